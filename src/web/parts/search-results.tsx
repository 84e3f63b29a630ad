import { useEffect, useState } from "preact/hooks";
import { ask } from "../laboratory/ask.ts";
import type { Hit, SearchReply } from "../laboratory/questions.ts";
import { hrefOf } from "../place/base.ts";

const PLURALS: Readonly<Record<Hit["kind"], string>> = {
  Organisation: "Organisations",
  State: "States",
  "Pair of states": "Pairs of states",
  Case: "Cases",
  Treaty: "Treaties",
  Provision: "Articles of treaties",
  Method: "Methods",
  "Kind of answer": "Kinds of answers, each by an example",
  Claim: "Claims",
  Event: "Events of cases",
  "Roll call": "Roll calls",
  Source: "Sources",
};

/** What the record holds under some words, by kind, while they are being written. */
export function SearchResults({ text }: { readonly text: string }) {
  const [reply, setReply] = useState<SearchReply | null>(null);
  useEffect(() => {
    let wanted = true;
    ask({ kind: "search", text }).then(
      (found) => {
        if (wanted) setReply(found);
      },
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [text]);
  if (text.trim() === "") return null;
  if (reply === null) return <p role="status">Searching</p>;
  const kinds = [...new Set(reply.hits.map(({ kind }) => kind))];
  if (kinds.length === 0)
    return <p role="status">Nothing in the record holds all these words.</p>;
  return (
    <div class="hits">
      {reply.instead !== null && (
        <p role="status">
          Nothing in the record holds “{text}”; shown is <b>{reply.instead}</b>.
        </p>
      )}
      {kinds.map((kind) => {
        const hits = reply.hits.filter((hit) => hit.kind === kind);
        const total = reply.totals[kind] ?? hits.length;
        return (
          <section key={kind} aria-label={PLURALS[kind]}>
            <h2>
              {PLURALS[kind]} <span class="soft">{total}</span>
            </h2>
            <ul>
              {hits.map(({ address, name, detail }) => (
                <li key={address}>
                  <a href={hrefOf(address)}>{name}</a> <span class="soft">{detail}</span>
                </li>
              ))}
            </ul>
            {kind === "Roll call" && total > hits.length && (
              <p>
                <a href={hrefOf(`/rollcalls?q=${encodeURIComponent(text)}`)}>
                  Roll calls whose title or symbol holds “{text}”
                </a>
              </p>
            )}
          </section>
        );
      })}
    </div>
  );
}
