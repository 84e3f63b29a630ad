import { PARAMETERS } from "../../answer/parameters.ts";
import type { ParameterName } from "../../answer/query.ts";
import type { AnswerReply } from "../laboratory/questions.ts";
import { useCatalogue } from "../laboratory/use-catalogue.ts";
import { ChoiceControl } from "./choice-control.tsx";
import { GroupPicker } from "./group-picker.tsx";
import { labelOf } from "./labels.ts";
import { Pager } from "./pager.tsx";
import { StatePicker } from "./state-picker.tsx";
import { TextControl } from "./text-control.tsx";
import { type Change, useChange } from "./use-change.ts";
import { YearRange } from "./year-range.tsx";

/** Parameters for those who know what they want; folded away. */
const FINE: readonly ParameterName[] = ["level", "draws", "seed", "limit", "offset"];

/** States that an address is about, offered as buttons. */
function suggestions({ answer }: AnswerReply, ever: readonly string[]): readonly string[] {
  if (ever.length > 0) return ever.length <= 16 ? ever : [];
  const group = /^\/groups\/([^/?]+)/u.exec(answer.address)?.[1];
  const keys = group?.split("~") ?? [];
  return keys.length <= 16 ? keys : [];
}

function Control({
  name,
  reply,
  change,
}: {
  readonly name: ParameterName;
  readonly reply: AnswerReply;
  readonly change: Change;
}) {
  const catalogue = useCatalogue();
  const value = reply.values[name] ?? "";
  const onChange = (next: string, final: boolean): void => change({ [name]: next }, final);
  const props = { name, value, onChange };
  const { values, default: fallback } = PARAMETERS[name];
  if (name === "state") {
    const id = /^\/alliances\/([^/?]+)/u.exec(reply.answer.address)?.[1];
    const own = catalogue?.organisations.find((one) => one.id === id)?.ever ?? [];
    return (
      <StatePicker value={value} onChange={onChange} suggested={suggestions(reply, own)} />
    );
  }
  if (name === "organisation") {
    const ids = catalogue?.organisations.map(({ id }) => id) ?? [];
    return <ChoiceControl {...props} values={ids} />;
  }
  if (values !== undefined) return <ChoiceControl {...props} values={values} />;
  if (name === "at") return <TextControl {...props} type="date" />;
  if (typeof fallback === "number") return <TextControl {...props} type="number" />;
  return <TextControl {...props} type="search" />;
}

/** A control for each parameter of the view; each change is a new address. */
export function Controls({ reply }: { readonly reply: AnswerReply }) {
  const catalogue = useCatalogue();
  const { parameters } = reply.view;
  const change = useChange(reply.answer.address);
  if (parameters.length === 0) return null;
  const ranged = parameters.includes("from") && parameters.includes("to");
  const plain = parameters.filter(
    (name) => !FINE.includes(name) && !(ranged && (name === "from" || name === "to")),
  );
  const fine = parameters.filter((name) => FINE.includes(name) && name !== "offset");
  const { from = "", to = "" } = reply.values;
  return (
    <form class="controls" aria-label="Controls" onSubmit={(event) => event.preventDefault()}>
      <GroupPicker address={reply.answer.address} />
      {ranged && (
        <YearRange
          from={from}
          to={to}
          covers={reply.answer.covers}
          catalogue={catalogue}
          onChange={change}
        />
      )}
      {plain.map((name) => (
        <Control key={name} name={name} reply={reply} change={change} />
      ))}
      {fine.length > 0 && (
        <details class="control fine">
          <summary>{fine.map(labelOf).join(", ")}</summary>
          {fine.map((name) => (
            <Control key={name} name={name} reply={reply} change={change} />
          ))}
        </details>
      )}
      {parameters.includes("offset") && <Pager reply={reply} change={change} />}
    </form>
  );
}
