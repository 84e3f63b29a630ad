import type { Answer, Row } from "../../answer/answer.ts";
import { hrefOf } from "../place/base.ts";
import { useMark } from "../place/use-mark.ts";
import { groupRows, textOf } from "./row-text.ts";
import { VerdictMark } from "./verdict-mark.tsx";

/** What is said of a claim, each on a line of its own; nothing where the answer says nothing. */
const LINES: readonly (readonly [string, string])[] = [
  ["observed", "Found"],
  ["missing", "Missing"],
  ["turning", "Would turn it"],
  ["note", "Note"],
];

function Evidence({ rows }: { readonly rows: readonly Row[] }) {
  if (rows.length === 0) return null;
  return (
    <details>
      <summary>
        Evidence: {rows.length} {rows.length === 1 ? "row" : "rows"}
      </summary>
      <ul>
        {rows.map((row, i) => (
          <li key={i}>
            {textOf(row, "part")}:{" "}
            <a href={hrefOf(textOf(row, "address"))}>{textOf(row, "address")}</a>
            {textOf(row, "row") !== "" && <>, row {textOf(row, "row")}</>}
            {textOf(row, "value") !== "" && (
              <>
                : <b>{textOf(row, "value")}</b>
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Claims named by number lead to their place in the list. */
function Numbers({ text }: { readonly text: string }) {
  return (
    <>
      {text
        .split(/\s+/u)
        .filter(Boolean)
        .map((n, i) => (
          <>
            {i > 0 && ", "}
            <a href={`#claim-${n}`}>{n}</a>
          </>
        ))}
    </>
  );
}

function Claim({
  row,
  standing,
  evidence,
  base,
}: {
  readonly row: Row;
  readonly standing: Row | undefined;
  readonly evidence: readonly Row[];
  readonly base: string;
}) {
  const n = textOf(row, "n");
  return (
    <li id={`claim-${n}`}>
      <span class="count">{n}</span>
      <p>
        <a href={hrefOf(`${base}/${n}`)}>{textOf(row, "claim")}</a>
      </p>
      <p>
        <VerdictMark verdict={textOf(row, "verdict")} />{" "}
        {standing !== undefined && (
          <span class="soft">
            As a conclusion it{" "}
            {textOf(standing, "standing").replace(/^(?!stands|falls)/u, "is ")}; it rests on{" "}
            <Numbers text={textOf(standing, "rests_on")} />.
          </span>
        )}
      </p>
      <dl>
        {LINES.filter(
          ([name]) =>
            textOf(row, name) !== "" &&
            // Where nothing was found, what is missing is what would turn it.
            !(name === "turning" && textOf(row, name) === textOf(row, "missing")),
        ).map(([name, label]) => (
          <div key={name}>
            <dt>{label}</dt>
            <dd>{textOf(row, name)}</dd>
          </div>
        ))}
      </dl>
      <Evidence rows={evidence} />
    </li>
  );
}

/** The argument of a text: its claims with their verdicts, one kind at a time where asked. */
export function ClaimList({ answer }: { readonly answer: Answer }) {
  const [chosen, setChosen] = useMark("verdict");
  const rowsOf = (id: string): readonly Row[] =>
    answer.sections.find((section) => section.id === id)?.rows ?? [];
  const standings = new Map(rowsOf("argument").map((row) => [textOf(row, "n"), row]));
  const evidence = groupRows(rowsOf("evidence"), "n");
  const verdicts = [...new Set(answer.rows.map((row) => textOf(row, "verdict")))];
  const kinds: readonly (readonly [string, (row: Row) => boolean])[] = [
    ...verdicts.map(
      (verdict) => [verdict, (row: Row) => textOf(row, "verdict") === verdict] as const,
    ),
    ["conclusions", (row: Row) => standings.has(textOf(row, "n"))] as const,
  ];
  const fits = kinds.find(([kind]) => kind === chosen)?.[1] ?? ((): boolean => true);
  const shown = answer.rows.filter(fits);
  const base = answer.address.split("?")[0] ?? "";
  return (
    <section aria-labelledby="claims">
      <h2 id="claims">The argument, claim by claim</h2>
      <p class="row chips" role="group" aria-label="Show claims by verdict">
        <button
          type="button"
          class="chip"
          aria-pressed={chosen === null}
          onClick={() => setChosen(null)}
        >
          all {answer.rows.length}
        </button>
        {kinds.map(([kind, of]) => (
          <button
            key={kind}
            type="button"
            class="chip"
            aria-pressed={chosen === kind}
            onClick={() => setChosen(chosen === kind ? null : kind)}
          >
            {kind.replaceAll("-", " ")} {answer.rows.filter(of).length}
          </button>
        ))}
      </p>
      <p class="soft" aria-live="polite">
        {shown.length} of {answer.rows.length} claims. A conclusion leads to what it rests on.
      </p>
      <ol class="claims">
        {shown.map((row) => (
          <Claim
            key={textOf(row, "n")}
            row={row}
            standing={standings.get(textOf(row, "n"))}
            evidence={evidence.get(textOf(row, "n")) ?? []}
            base={base}
          />
        ))}
      </ol>
    </section>
  );
}
