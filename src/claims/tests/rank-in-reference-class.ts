import type { Row } from "../../answer/answer.ts";
import { UsageError } from "../../errors.ts";
import type { RankTest } from "../../record/claim-test.ts";
import type { Interval } from "../bounds.ts";
import { intervalText, withinBounds } from "../bounds.ts";
import type { TestContext } from "../context.ts";
import { matchRow, whereText } from "../match-row.ts";
import { type Outcome, outcomeOf, undecided } from "../outcome.ts";
import { needColumn, rowLabel, selectRows } from "../select-rows.ts";

/** Fewest rows with a value, the item's own included, for a rank to decide anything. */
const FEWEST = 5;

function intervalIn(row: Row, name: string): Interval | null {
  const [least, most, value] = [row[`${name}_least`], row[`${name}_most`], row[name]];
  if (typeof value === "number") return { least: value, most: value };
  if (typeof least !== "number" && typeof most !== "number") return null;
  return {
    least: typeof least === "number" ? least : -Infinity,
    most: typeof most === "number" ? most : Infinity,
  };
}

/**
 * The place of a row among its class by an interval-valued column. Rows without a value have no
 * place; the item is within the share where even its worst place is.
 */
export async function rankInReferenceClass(
  { rows, item, value: name, place, share }: RankTest,
  { answers }: TestContext,
): Promise<Outcome> {
  const found = await selectRows(rows, answers);
  const least = found.columns.some((column) => column.name === `${name}_least`);
  needColumn(found.columns, least ? `${name}_least` : name, rows.address);
  const class_ = found.sure.map((row) => ({ row, interval: intervalIn(row, name) }));
  const mine = class_.find(({ row }) => matchRow(row, item) === "yes");
  // A table that the answer does not have is a record that is missing, not a mistake of the test.
  if (mine === undefined && found.answer !== null && found.columns.length > 0) {
    throw new UsageError(`no row of ${rows.address} with ${whereText(item)} is in the class.`, {
      hint: "The item must be one of the rows that are compared.",
    });
  }
  const own = mine?.interval ?? null;
  if (mine === undefined || own === null) return undecided(`${name} of the row that is ranked`);
  const others = class_.flatMap(({ row, interval }) =>
    row === mine.row || interval === null ? [] : [interval],
  );
  const of = others.length + 1;
  const before = (a: Interval, b: Interval): boolean =>
    place === "lowest" ? a.most < b.least : a.least > b.most;
  const best = 1 + others.filter((other) => before(other, own)).length;
  const worst = of - others.filter((other) => before(own, other)).length;
  const value = withinBounds(
    { least: best / of, most: worst / of },
    { least: null, most: share, leastOpen: false, mostOpen: false },
  );
  const label = rowLabel(mine.row);
  const rank = `rank ${intervalText({ least: best, most: worst })} of ${of} from the ${place}`;
  const evidence = [
    { part: "", address: found.address, row: label, value: `${name} ${intervalText(own)}` },
    {
      part: "",
      address: found.address,
      row: `${of} of ${found.sure.length} rows with a value`,
      value: rank,
    },
  ];
  const limit = Math.floor(share * of);
  if (of < FEWEST) return undecided(`${FEWEST} rows with ${name} in ${rows.address}`, evidence);
  return outcomeOf(value, {
    observed: `${rank}, held against the first ${limit}`,
    evidence,
    turning:
      `${name} of ${label} that puts it ${value === "yes" ? "after" : "among"} ` +
      `the first ${limit} of ${of}`,
    missing: value === "undecidable" ? `closer values of ${name} in ${rows.address}` : null,
  });
}
