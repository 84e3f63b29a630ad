// Writes crises.csv of an overlay from the International Crisis Behavior data that a user brings:
// one row a crisis actor, from its trigger to its termination.
// Usage: node scripts/crises-from-icb.mjs ICB1 ICB2 > overlay/crises.csv
import {
  edtfOf,
  firstDay,
  leavings,
  readTable,
  refuse,
  stateOf,
  writeRows,
} from "./overlay-source.mjs";

const [first, second] = process.argv.slice(2);
if (first === undefined || second === undefined) {
  process.stderr.write("usage: node scripts/crises-from-icb.mjs ICB1 ICB2 > crises.csv\n");
  process.exit(2);
}

const crises = readTable(
  first,
  ["icb1", "crisno", "crisname", "yrtrig", "yrterm"],
  "the ICB file of crises (icb1)",
);
const actors = readTable(
  second,
  [
    ["icb2", "crisno", "cracid", "actor", "crisname", "triggr"],
    ["yrtrig", "motrig", "datrig", "yrterm", "moterm", "daterm"],
  ].flat(),
  "the ICB file of crisis actors (icb2)",
);

const dated = actors.filter(({ yrtrig }) => yrtrig !== "");
const named = new Set(crises.map(({ crisno }) => crisno));
const acted = new Set(dated.map(({ crisno }) => crisno));
const lone = [...named].find((crisno) => !acted.has(crisno));
if (lone !== undefined) {
  refuse(`${second}: crisis ${lone} of ${first} has no actor: the file is truncated.`);
}
const unknown = [...acted].find((crisno) => !named.has(crisno));
if (unknown !== undefined) {
  refuse(`${first}: crisis ${unknown} of ${second} is not in it: the file is truncated.`);
}

const leftOut = leavings();
for (const { icb2, yrtrig } of actors) if (yrtrig === "") leftOut.add("without a date", icb2);
const seen = new Map();
const rows = dated.flatMap((row) => {
  const start = edtfOf(row.yrtrig, row.motrig, row.datrig);
  const state = stateOf("cow", row.cracid, firstDay(start));
  if (state === undefined) {
    return leftOut.add("no state with that COW code on that day", row.cracid);
  }
  const plain = `icb-${row.crisno}-${state.toLowerCase()}`;
  const times = (seen.get(plain) ?? 0) + 1;
  seen.set(plain, times);
  return [
    {
      id: times === 1 ? plain : `${plain}-${times}`,
      state,
      start,
      end: edtfOf(row.yrterm, row.moterm, row.daterm),
      kind: "foreign-policy crisis",
      source: `ICB actor ${row.icb2}: ${row.crisname}`,
    },
  ];
});
writeRows(["id", "state", "start", "end", "kind", "source"], rows, leftOut.byReason);
