import { useEffect } from "preact/hooks";
import type { Fault } from "../laboratory/questions.ts";
import { hrefOf } from "../place/base.ts";

const TITLES: Readonly<Record<string, string>> = {
  usage: "The address cannot be read",
  "not-found": "The record holds nothing under this address",
  source: "The record could not be fetched",
  record: "The record is at fault",
  treaty: "A treaty cannot be read",
  release: "This release is not here",
};

/** Addresses quoted in an error's line become links. */
function linked(line: string) {
  return line.split(/("\/[a-z][^"\s]*")/u).map((piece) =>
    /^"\/[a-z]/u.test(piece) ? (
      <a key={piece} href={hrefOf(piece.slice(1, -1))}>
        {piece.slice(1, -1)}
      </a>
    ) : (
      piece
    ),
  );
}

/** What went wrong, in the typed error's own line with the nearest names, and a way on. */
export function FaultBox({ fault }: { readonly fault: Fault }) {
  const title = TITLES[fault.code] ?? "The answer could not be computed";
  useEffect(() => {
    document.title = `${title} | Casus`;
  }, [title]);
  return (
    <div class="fault" role="alert">
      <h1>{title}</h1>
      <p>{linked(fault.line)}</p>
      <p>
        <a href={hrefOf("/")}>Home</a>, <a href={hrefOf("/search")}>search</a>,{" "}
        <a href={hrefOf("/alliances")}>all alliances</a>,{" "}
        <a href={hrefOf("/methods")}>every kind of address</a>
      </p>
    </div>
  );
}
