import type { EventExistsTest } from "../../record/claim-test.ts";
import type { TestContext } from "../context.ts";
import { type Outcome, outcomeOf, undecided } from "../outcome.ts";
import { rowLabel, selectRows } from "../select-rows.ts";
import { statedAbsent } from "../stated-absent.ts";

/**
 * Whether a row of this kind exists. None on record says "no" only where a source states that
 * there was none, or where the list is complete.
 */
export async function eventExists(
  { rows, exists }: EventExistsTest,
  { answers }: TestContext,
): Promise<Outcome> {
  const found = await selectRows(rows, answers);
  if (found.answer === null) return undecided(found.text);
  const { answer, address } = found;
  if (found.sure.length > 0) {
    const labels = found.sure.map(rowLabel);
    const more = labels.length > 3 ? ` and ${labels.length - 3} more` : "";
    const evidence = found.sure.slice(0, 10).map((row) => ({
      part: "",
      address,
      row: rowLabel(row),
      value: String(row["text"] ?? row["date"] ?? row["vote"] ?? "on record").slice(0, 160),
    }));
    return outcomeOf(exists ? "yes" : "no", {
      observed: `${labels.slice(0, 3).join(", ")}${more}`,
      evidence,
      turning:
        labels.length === 1
          ? `${labels[0]} of ${address} found wrong`
          : `each of these ${labels.length} rows of ${address} found wrong`,
      final: true,
    });
  }
  const stated = statedAbsent(answer, rows);
  if (stated !== null || (rows.complete !== null && found.possible.length === 0)) {
    const note = stated === null ? rows.complete : (stated["note"] ?? "stated by a source");
    const row = stated === null ? "all rows" : `no ${stated["events"]}`;
    return outcomeOf(exists ? "no" : "yes", {
      observed: "none, and known to be none",
      evidence: [{ part: "", address, row, value: String(note) }],
      turning: `${found.text} coming to light`,
    });
  }
  return undecided(
    found.text,
    found.possible.map((row) => ({
      part: "",
      address,
      row: rowLabel(row),
      value: "not known",
    })),
  );
}
