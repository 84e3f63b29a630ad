// Compiles the facts of the General Assembly's recorded votes into data/unga/.
// Usage: node scripts/import-unga.mjs FOLDER   (the folder with roll_calls.csv, votes.csv.gz, ...)
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

const folder = process.argv[2];
if (folder === undefined) {
  console.error("usage: node scripts/import-unga.mjs FOLDER");
  process.exit(2);
}

/** Rows of an RFC 4180 table as objects. */
function table(name) {
  const bytes = readFileSync(join(folder, name));
  const text = (name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  const rows = [];
  let row = [""];
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i];
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') row[row.length - 1] += text[(i += 1)];
      else if (c === '"') quoted = false;
      else row[row.length - 1] += c;
    } else if (c === '"') quoted = true;
    else if (c === ",") row.push("");
    else if (c === "\n") {
      rows.push(row);
      row = [""];
    } else if (c !== "\r") row[row.length - 1] += c;
  }
  if (row.length > 1) rows.push(row);
  const [header, ...body] = rows;
  return body.map((cells) => Object.fromEntries(header.map((key, i) => [key, cells[i] ?? ""])));
}

const quote = (value) => (/[",\n]/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
const write = (name, header, rows) =>
  writeFileSync(
    join("data", "unga", name),
    [header, ...rows]
      .map((row) => row.map((cell) => quote(String(cell))).join(","))
      .join("\n") + "\n",
  );

const LETTER = { yes: "y", abstain: "a", no: "n", absent: "x" };
const TOPICS = ["me", "nu", "di", "hr", "co", "ec"];
const rollCalls = table("roll_calls.csv").sort(
  (a, b) => a.date.localeCompare(b.date) || Number(a.rcid) - Number(b.rcid),
);
const votes = table("votes.csv.gz");
const voters = [...new Set(votes.map((row) => row.iso3))].sort();
const column = new Map(voters.map((key, i) => [key, i]));
const cells = new Map(rollCalls.map((row) => [row.rcid, Array(voters.length).fill(".")]));
for (const { rcid, iso3, vote } of votes) {
  const row = cells.get(rcid);
  const i = column.get(iso3);
  if (row[i] !== ".") throw new Error(`two votes of ${iso3} on roll call ${rcid}`);
  row[i] = LETTER[vote];
}
for (const { rcid, missing_members: missing } of rollCalls) {
  for (const key of missing.split(" ").filter(Boolean)) cells.get(rcid)[column.get(key)] = "?";
}

// A topic cell is blank where nobody coded the roll call: "-" in one column says so.
const topicsOf = (row) =>
  TOPICS.every((code) => row[code] === "")
    ? "-"
    : TOPICS.filter((code) => row[code] === "1").join(" ");

write(
  "rollcalls.csv",
  [
    "rcid",
    "date",
    "session",
    "symbol",
    "title",
    "yes",
    "no",
    "abstain",
    "absent",
    "complete",
  ].concat(["important", "topics", "amendment", "paragraph", "source"]),
  rollCalls.map((row) => [
    row.rcid,
    row.date,
    row.session,
    row.resolution,
    row.title,
    row.yes,
    row.no,
    row.abstain,
    row.absent,
    row.complete,
    row.importantvote,
    topicsOf(row),
    row.amend,
    row.para,
    row.source,
  ]),
);
write(
  "votes.csv",
  ["rcid", voters.join(" ")],
  rollCalls.map((row) => [row.rcid, cells.get(row.rcid).join("")]),
);
write(
  "disagreements.csv",
  ["rcid", "state", "used", "library"],
  table("source_disagreements.csv.gz").map((row) => [
    row.rcid,
    row.iso3,
    row.vote_used,
    row.vote_undl,
  ]),
);

const partial = new Map();
for (const row of table("partial_rollcalls.csv")) {
  const key = `${row.date} ${row.resolution}`;
  if (!partial.has(key)) partial.set(key, []);
  partial.get(key).push(row);
}
write(
  "partial.csv",
  [
    "date",
    "symbol",
    "title",
    "official_yes",
    "official_no",
    "official_abstain",
    "state",
    "vote",
    "basis",
  ],
  [...partial.entries()]
    .sort(([a], [b]) => a.localeCompare(b))
    .flatMap(([, rows]) => rows)
    .map((row) => [
      row.date,
      row.resolution,
      row.title,
      row.official_yes,
      row.official_no,
      row.official_abstain,
      row.iso3,
      row.vote,
      row.basis,
    ]),
);
