// Writes leaders.csv of an overlay from the Archigos leader spells that a user brings.
// Usage: node scripts/leaders-from-archigos.mjs FILE > overlay/leaders.csv
import { leavings, readTable, refuse, stateOf, writeRows } from "./overlay-source.mjs";

const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write("usage: node scripts/leaders-from-archigos.mjs FILE > leaders.csv\n");
  process.exit(2);
}

const spells = readTable(
  file,
  ["obsid", "gwcode", "leader", "startdate", "enddate", "exit"],
  "the Archigos file of leader spells",
);
const leftOut = leavings();
const rows = spells.flatMap((row) => {
  if (![row.startdate, row.enddate].every((day) => /^\d{4}-\d{2}-\d{2}$/u.test(day))) {
    refuse(`${file}: ${row.obsid} lasts from "${row.startdate}" to "${row.enddate}".`);
  }
  // Some came to office before their state was one.
  const state =
    stateOf("gw", row.gwcode, row.startdate) ?? stateOf("gw", row.gwcode, row.enddate);
  if (state === undefined) {
    return leftOut.add("no state with that Gleditsch-Ward code then", row.gwcode);
  }
  return [
    {
      id: `archigos-${row.obsid}`,
      state,
      leader: row.leader,
      start: row.startdate,
      // A spell that went on when the list was made has no end, only a day that it reached.
      end: row.exit === "Still in Office" ? `${row.enddate}/..` : row.enddate,
      source: `Archigos ${row.obsid}`,
    },
  ];
});
writeRows(["id", "state", "leader", "start", "end", "source"], rows, leftOut.byReason);
