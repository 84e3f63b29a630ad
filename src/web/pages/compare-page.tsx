import { useEffect } from "preact/hooks";
import type { Row } from "../../answer/answer.ts";
import { showCell } from "../../report/show-cell.ts";
import { ChoiceControl } from "../controls/choice-control.tsx";
import { StatePicker } from "../controls/state-picker.tsx";
import { TextControl } from "../controls/text-control.tsx";
import { useChange } from "../controls/use-change.ts";
import { YearRange } from "../controls/year-range.tsx";
import type { AnswerReply } from "../laboratory/questions.ts";
import { useAnswer } from "../laboratory/use-answer.ts";
import { useCatalogue } from "../laboratory/use-catalogue.ts";
import { Cite } from "../parts/cite.tsx";
import { Downloads } from "../parts/downloads.tsx";
import { FaultBox } from "../parts/fault-box.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { TOPICS } from "../../record/votes.ts";
import { hrefOf } from "../place/base.ts";
import { goTo } from "../place/place.ts";
import { useMark } from "../place/use-mark.ts";
import { arrangeGrid, GRID_ORDERS, type GridOrder } from "./arrange-grid.ts";

const DEFAULT = "/compare?state=ARM~BLR~KAZ~KGZ~RUS~TJK&limit=60";
const LETTERS: Readonly<Record<string, string>> = {
  yes: "Y",
  no: "N",
  abstain: "A",
  absent: "–",
  unknown: "?",
};
const ORDER_NAMES: Readonly<Record<GridOrder, string>> = {
  date: "newest first",
  oldest: "oldest first",
  split: "most divided first",
};

function Grid({
  rows,
  states,
}: {
  readonly rows: readonly Row[];
  readonly states: readonly string[];
}) {
  const catalogue = useCatalogue();
  const [orderText, setOrder] = useMark("order");
  const [pinned, setPinned] = useMark("pin");
  const order = GRID_ORDERS.find((one) => one === orderText) ?? "date";
  const pins = (pinned ?? "").split("~").filter(Boolean);
  const { sorted, shownStates } = arrangeGrid(rows, states, { order, pins });
  const nameOf = (key: string): string =>
    catalogue?.states.find((state) => state.key === key)?.name ?? key;
  const pin = (key: string): void => {
    const next = pins.includes(key) ? pins.filter((one) => one !== key) : [...pins, key];
    setPinned(next.join("~"));
  };
  return (
    <>
      <label class="control">
        <span>Order of the {rows.length} roll calls shown</span>
        <select value={order} onChange={(event) => setOrder(event.currentTarget.value)}>
          {GRID_ORDERS.map((one) => (
            <option key={one} value={one}>
              {ORDER_NAMES[one]}
            </option>
          ))}
        </select>
      </label>
      <p class="soft">
        {Object.entries(LETTERS)
          .map(([vote, letter]) => `${letter} ${vote}`)
          .join(", ")}
        ; no letter: not a member on that day. A pinned state stands first.
      </p>
      <div class="scroll grid" tabIndex={0} role="region" aria-label="Grid of votes">
        <table>
          <caption>
            {shownStates.length} states, {rows.length} roll calls
          </caption>
          <thead>
            <tr>
              <th scope="col">Roll call</th>
              {shownStates.map((key) => (
                <th scope="col" key={key}>
                  <button
                    type="button"
                    aria-pressed={pins.includes(key)}
                    title={`Pin ${nameOf(key)}`}
                    onClick={() => pin(key)}
                  >
                    {key}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.map((row) => (
              <tr key={String(row["address"])}>
                <th scope="row">
                  <a href={hrefOf(String(row["address"]))}>
                    {String(row["symbol"] ?? row["address"])}
                  </a>{" "}
                  <span class="soft">
                    {String(row["date"])} {String(row["title"] ?? "")}
                  </span>
                </th>
                {shownStates.map((key) => {
                  const vote = showCell(row[key], {});
                  return (
                    <td key={key} class={`cell vote-${vote}`} title={`${nameOf(key)}: ${vote}`}>
                      <span aria-hidden="true">{LETTERS[vote] ?? ""}</span>
                      <span class="hidden">{vote}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Chosen({ reply, address }: { readonly reply: AnswerReply; readonly address: string }) {
  const catalogue = useCatalogue();
  const { values, answer } = reply;
  const change = useChange(address);
  const control = (name: "topic" | "q" | "limit") => ({
    name,
    value: values[name] ?? "",
    onChange: (value: string, final: boolean) => change({ [name]: value }, final),
  });
  const states = (values.state ?? "").split("~").filter(Boolean);
  return (
    <>
      <form class="controls" aria-label="Controls" onSubmit={(event) => event.preventDefault()}>
        <label class="control">
          <span>Take the members of</span>
          <select
            value=""
            onChange={(event) => {
              const id = event.currentTarget.value;
              const found = catalogue?.organisations.find((one) => one.id === id);
              if (found !== undefined) change({ state: found.members.join("~") }, true);
            }}
          >
            <option value="">choose</option>
            {catalogue?.organisations.map(({ id, short }) => (
              <option key={id} value={id}>
                {short}
              </option>
            ))}
          </select>
        </label>
        <StatePicker
          value={values.state ?? ""}
          onChange={(value, final) => change({ state: value }, final)}
        />
        <YearRange
          from={values.from ?? ""}
          to={values.to ?? ""}
          covers={answer.covers}
          catalogue={catalogue}
          onChange={change}
        />
        <ChoiceControl {...control("topic")} values={Object.keys(TOPICS)} />
        <TextControl {...control("q")} type="search" />
        <TextControl {...control("limit")} type="number" />
      </form>
      <Downloads answer={answer} />
      <p>
        {String(answer.summary["total"])} roll calls found
        {Number(answer.summary["total"]) > answer.rows.length &&
          `, the newest ${answer.rows.length} shown and saved`}
        ; the rows are those of <a href={hrefOf(answer.address)}>{answer.address}</a>.
        {states.length > 1 && (
          <>
            {" "}
            The same states as a group:{" "}
            <a href={hrefOf(`/groups/${states.join("~")}/alignment`)}>alignment</a>,{" "}
            <a href={hrefOf(`/groups/${states.join("~")}/cohesion`)}>cohesion</a>.
          </>
        )}
      </p>
      <Grid rows={answer.rows} states={states} />
      <Cite answer={answer} />
    </>
  );
}

/** `/compare?state=`: some states on some roll calls, as a grid whose rows are `/rollcalls`'s. */
export function ComparePage({ address }: { readonly address: string }) {
  const asked = address.includes("?") ? address : DEFAULT;
  const { reply, fault, busy } = useAnswer(asked.replace(/^\/compare/u, "/rollcalls"));
  useEffect(() => {
    document.title = "Compare votes | Casus";
    if (asked !== address) goTo(asked, { replace: true });
  }, []);
  return (
    <article aria-busy={busy}>
      <h1>Compare votes</h1>
      {fault !== null && <FaultBox fault={fault} />}
      {fault === null && reply === null && <Waiting steps={null} />}
      {fault === null && reply !== null && <Chosen reply={reply} address={asked} />}
    </article>
  );
}
