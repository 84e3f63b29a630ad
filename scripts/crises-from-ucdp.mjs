// Writes crises.csv of an overlay from the UCDP/PRIO Armed Conflict Dataset that a user brings: one
// row an episode of a conflict and a state whose government is a party to it. Conflicts outside the
// state's own territory (extrasystemic) are left out, and so are states that the data set names as
// secondary parties only: they sent troops in support of one side.
// Usage: node scripts/crises-from-ucdp.mjs FILE > overlay/crises.csv
import { edtfOf, leavings, readTable, refuse, stateOf, writeRows } from "./overlay-source.mjs";

const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write("usage: node scripts/crises-from-ucdp.mjs FILE > crises.csv\n");
  process.exit(2);
}

const years = readTable(
  file,
  [
    ["conflict_id", "year", "gwno_a", "gwno_b", "type_of_conflict"],
    ["start_date2", "start_prec2", "ep_end"],
  ].flat(),
  "the UCDP/PRIO Armed Conflict Dataset",
);
// Releases differ in the name of this column.
const endColumn = ["ep_end_date", "ependdate"].find((name) => name in years[0]);
if (endColumn === undefined) {
  refuse(`${file}: the column "ep_end_date" is missing.`);
}

const KINDS = new Map([
  ["1", "extrasystemic"],
  ["2", "interstate"],
  ["3", "intrastate"],
  ["4", "internationalised intrastate"],
  ["II", "internationalised intrastate"],
]);
const kindOf = ({ type_of_conflict: code }) => KINDS.get(code) ?? code;

/** A start that was assigned within a month or a year is no better known than that. */
function startOf(date, precision) {
  const [year, month, day] = date.split("-");
  if (precision === "1") return edtfOf(year, month, day);
  if (precision === "2" || precision === "3") return edtfOf(year, month, "");
  return precision === "4" || precision === "5" ? year : `${year}~`;
}

const last = Math.max(...years.map(({ year }) => Number(year)));
const episodes = new Map();
for (const row of years) {
  const key = `${row.conflict_id}|${row.start_date2}`;
  if (!episodes.has(key)) episodes.set(key, []);
  episodes.get(key).push(row);
}

const leftOut = leavings();

function rowsOf(episode) {
  const sorted = episode.toSorted((a, b) => Number(a.year) - Number(b.year));
  const [head, tail] = [sorted[0], sorted.at(-1)];
  const closing = sorted.find(({ ep_end: ended }) => ended === "1");
  if (closing === undefined && Number(tail.year) < last) {
    refuse(
      `${file}: conflict ${head.conflict_id} from ${head.start_date2} stops in ${tail.year} ` +
        `without an end, the file goes on to ${last}: rows are missing.`,
    );
  }
  const kind = kindOf(tail);
  if (kind === "extrasystemic") {
    return leftOut.add("outside the state's own territory", head.conflict_id);
  }
  const sides = kind === "interstate" ? ["gwno_a", "gwno_b"] : ["gwno_a"];
  const codes = sides.flatMap((name) => sorted.flatMap((row) => row[name].split(/[,;]\s*/u)));
  const start = startOf(head.start_date2, head.start_prec2);
  const end = closing === undefined ? `${last}-12-31/..` : closing[endColumn].slice(0, 10);
  return [...new Set(codes)].flatMap((code) => {
    const state = stateOf("gw", code, head.start_date2);
    if (state === undefined) {
      return leftOut.add("no state with that Gleditsch-Ward code on that day", code);
    }
    return [
      {
        id: `ucdp-${head.conflict_id}-${head.start_date2}-${state.toLowerCase()}`,
        state,
        start,
        end,
        kind,
        source: `UCDP/PRIO conflict ${head.conflict_id} to ${tail.year}`,
      },
    ];
  });
}

const rows = [...episodes.values()].flatMap(rowsOf);
writeRows(["id", "state", "start", "end", "kind", "source"], rows, leftOut.byReason);
