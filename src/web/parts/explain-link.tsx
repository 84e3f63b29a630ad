import type { ParameterName } from "../../answer/query.ts";
import { withValue } from "../controls/with-value.ts";
import type { AnswerReply } from "../laboratory/questions.ts";
import { hrefOf } from "../place/base.ts";

/** The answers whose value is explained text by text, and what of their query carries over. */
const CARRIED: Readonly<Record<string, readonly ParameterName[]>> = {
  "/dyads/{dyad}/alignment": ["from", "to", "topic", "measure", "convention"],
  "/alliances/{id}/cohesion": ["from", "to", "topic"],
};

/** Leads to the texts that move the value most. */
export function ExplainLink({
  reply: { view, values, related },
}: {
  readonly reply: AnswerReply;
}) {
  const names = CARRIED[view.path];
  const target = related.find(({ address }) => address.endsWith("/explain"));
  if (names === undefined || target === undefined) return null;
  const carried = Object.fromEntries(names.map((name) => [name, values[name] ?? ""]));
  return (
    <p>
      <a href={hrefOf(withValue(target.address, carried))}>Explain this number</a>: the texts
      that move it most.
    </p>
  );
}
