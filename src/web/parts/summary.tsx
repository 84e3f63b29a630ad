import type { Row } from "../../answer/answer.ts";
import { showCell } from "../../report/show-cell.ts";
import { summaryLabel } from "../../answer/summary-labels.ts";

/** A text longer than this gets a line of its own. */
const LONG = 36;

/** The headline values of an answer, by name. */
export function Summary({ summary }: { readonly summary: Row }) {
  const held = Object.entries(summary).filter(([, cell]) => cell !== null && cell !== "");
  if (held.length === 0) return null;
  return (
    <dl class="summary">
      {held.map(([name, cell]) => (
        <div key={name} class={String(cell).length > LONG ? "wide" : undefined}>
          <dt>{summaryLabel(name)}</dt>
          <dd>
            {showCell(cell, {
              digits: typeof cell === "number" && !Number.isInteger(cell) ? 3 : 0,
            })}
          </dd>
        </div>
      ))}
    </dl>
  );
}
