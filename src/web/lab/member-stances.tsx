import type { Answer, Row } from "../../answer/answer.ts";
import { withValue } from "../controls/with-value.ts";
import { textOf } from "../parts/row-text.ts";
import { hrefOf } from "../place/base.ts";
import { goTo } from "../place/place.ts";
import { readCall, readHeld, withHeld } from "./call-query.ts";
import { keepMark } from "./keep-mark.ts";

const WIDTH = 200;

/** The four stances, in the order in which they are drawn and said. */
const STANCES = [
  ["contribute", "contributed", "sends means of its own"],
  ["yes", "supported", "in favour without"],
  ["abstain", "abstained", "abstains"],
  ["no", "dissented", "objects"],
] as const;

const share = (row: Row, column: string): number => {
  const cell = row[column];
  return typeof cell === "number" ? cell : 0;
};
const two = (row: Row, column: string): string => share(row, column).toFixed(2);

function Bar({ row }: { readonly row: Row }) {
  let at = 0;
  return (
    <svg
      class="stance-bar"
      viewBox={`0 0 ${WIDTH} 14`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {STANCES.map(([stance, column]) => {
        const from = at;
        at += share(row, column) * WIDTH;
        return (
          <rect
            key={stance}
            class={`stance-${stance}`}
            x={from}
            y={0}
            width={at - from}
            height={14}
          />
        );
      })}
    </svg>
  );
}

function Member({
  row,
  held,
  onHold,
}: {
  readonly row: Row;
  readonly held: string;
  readonly onHold: ((stance: string) => void) | null;
}) {
  const name = textOf(row, "name");
  return (
    <tr>
      <th scope="row">
        <a href={hrefOf(`/states/${textOf(row, "state").toLowerCase()}`)}>{name}</a>
        {row["votes"] === false && <span class="soft"> (its vote does not count)</span>}
      </th>
      <td>
        <Bar row={row} />
        <span class="soft">
          {STANCES.map(([, column, words], i) => (
            <>
              {i > 0 && ", "}
              {words} {two(row, column)}
            </>
          ))}
        </span>
      </td>
      <td data-label="In favour">
        {two(row, "in_favour")}
        <span class="soft">
          {" "}
          {two(row, "in_favour_lower")} to {two(row, "in_favour_upper")}
        </span>
      </td>
      <td class="number" data-label="Base rate">
        {two(row, "base_in_favour")}
      </td>
      <td class="number" data-label="Decides alone">
        {two(row, "pivotal")}
      </td>
      {onHold !== null && (
        <td data-label="Fix by hand">
          <select
            aria-label={`Stance of ${name}`}
            value={held}
            onChange={(event) => onHold(event.currentTarget.value)}
          >
            <option value="">as the model has it</option>
            {STANCES.map(([stance, , words]) => (
              <option key={stance} value={stance}>
                {words}
              </option>
            ))}
          </select>
        </td>
      )}
    </tr>
  );
}

/** How each member would stand, with what the models say; any stance can be fixed by hand. */
export function MemberStances({
  answer,
  address,
}: {
  readonly answer: Answer;
  /** The address whose `hold` parameter the reader moves; null where it has none. */
  readonly address: string | null;
}) {
  if (answer.rows.length === 0) return null;
  const query = readCall(address ?? "");
  const held = readHeld(query);
  const hold = (state: string, stance: string): void =>
    goTo(keepMark(withValue(address ?? "", { hold: withHeld(query, state, stance) })));
  return (
    <section aria-labelledby="members">
      <h2 id="members">How each member would stand</h2>
      <p class="soft">
        Probabilities of the four stances; interval at {levelOf(answer)}.
        {address !== null && " A stance fixed by hand changes the outcome above."}
      </p>
      <ul class="key">
        {STANCES.map(([stance, , words]) => (
          <li key={stance}>
            <span class={`swatch stance-${stance}`} aria-hidden="true" /> {words}
          </li>
        ))}
      </ul>
      <div class="scroll" tabIndex={0} role="region" aria-label="Members' stances">
        <table class="stances">
          <thead>
            <tr>
              <th scope="col">Member</th>
              <th scope="col">Stance</th>
              <th scope="col">In favour</th>
              <th scope="col" class="number">
                Base rate
              </th>
              <th scope="col" class="number">
                Decides alone
              </th>
              {address !== null && <th scope="col">Fix by hand</th>}
            </tr>
          </thead>
          <tbody>
            {answer.rows.map((row) => {
              const state = textOf(row, "state");
              return (
                <Member
                  key={state}
                  row={row}
                  held={held.get(state) ?? ""}
                  onHold={address === null ? null : (stance) => hold(state, stance)}
                />
              );
            })}
          </tbody>
        </table>
      </div>
      {held.size > 0 && address !== null && (
        <p>
          <button
            type="button"
            onClick={() => goTo(keepMark(withValue(address, { hold: "" })))}
          >
            Let all stances go
          </button>
        </p>
      )}
    </section>
  );
}

function levelOf(answer: Answer): string {
  const level = answer.findings.find((finding) => finding.level !== null)?.level ?? null;
  return level === null ? "the level asked for" : `${Math.round(level * 100)} %`;
}
