// Writes leaders.csv of an overlay from the REIGN leader spells that a user brings. REIGN knows the
// month in which a leader left; where the next one came in the same month, that day is the end.
// Usage: node scripts/leaders-from-reign.mjs FILE > overlay/leaders.csv
import {
  edtfOf,
  firstDay,
  leavings,
  readTable,
  refuse,
  stateOf,
  writeRows,
} from "./overlay-source.mjs";

const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write("usage: node scripts/leaders-from-reign.mjs FILE > leaders.csv\n");
  process.exit(2);
}

const spells = readTable(
  file,
  ["ccode", "leadid", "leader", "sdate", "smonth", "syear", "emonth", "eyear"],
  "the REIGN file of leader spells",
);
const dated = spells.map((row) => ({
  ...row,
  start: edtfOf(row.syear, row.smonth, row.sdate),
  left: edtfOf(row.eyear, row.emonth, ""),
}));
const bad = dated.find(({ start }) => start === "");
if (bad !== undefined) refuse(`${file}: ${bad.leader} (${bad.leadid}) has no year of entry.`);
const last = dated
  .flatMap(({ start, left }) => [start, left])
  .map((date) => date.slice(0, 7))
  .reduce((a, b) => (a > b ? a : b));

/** The day on which the next leader of the state came in, in the month in which this one left. */
function nextIn({ ccode, leadid, left, start: own }) {
  return dated
    .filter((row) => row.ccode === ccode && row.leadid !== leadid)
    .map(({ start }) => start)
    .filter((start) => start.length === 10 && start > own && start.startsWith(left))
    .sort()[0];
}

const leftOut = leavings();
const seen = new Map();
const rows = dated.flatMap((row) => {
  // Some came to office before their state was one.
  const days = [row.start, row.left === "" ? last : row.left].map(firstDay);
  const state = stateOf("cow", row.ccode, days[0]) ?? stateOf("cow", row.ccode, days[1]);
  if (state === undefined) {
    return leftOut.add("no state with that COW code then", row.ccode);
  }
  const plain = `reign-${row.ccode}-${row.leadid}`;
  const times = (seen.get(plain) ?? 0) + 1;
  seen.set(plain, times);
  return [
    {
      id: times === 1 ? plain : `${plain}-${times}`,
      state,
      leader: row.leader,
      start: row.start,
      end: row.left === "" ? `${last}/..` : (nextIn(row) ?? row.left),
      source: `REIGN ${row.leadid}`,
    },
  ];
});
writeRows(["id", "state", "leader", "start", "end", "source"], rows, leftOut.byReason);
