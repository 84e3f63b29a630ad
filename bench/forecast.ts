/**
 * Scores forecasts of every vote of 2014 to 2025 against base rates and writes docs/forecast.md.
 * From the project root:
 *
 *   node scripts/bench.mjs forecast DATE
 *
 * DATE is the day that the page states.
 */
import { writeFileSync } from "node:fs";
import { createKernels } from "../src/kernels/create-kernels.ts";
import { seededRandom } from "../src/kernels/random.ts";
import {
  bestBaseRate,
  type ComparedVote,
  comparedVotes,
  compareScores,
  FORECAST_NAMES,
} from "../src/measures/forecast/base-comparison.ts";
import { calibration } from "../src/measures/forecast/calibration.ts";
import { createForecaster } from "../src/measures/forecast/create-forecaster.ts";
import { FIRST_FORECAST_DAY } from "../src/measures/forecast/forecast-settings.ts";
import { brierScore, logLoss, meanScore } from "../src/measures/forecast/forecast-scores.ts";
import { membershipsOn } from "../src/record/membership.ts";
import { openRecord } from "../src/record/open-record.ts";
import type { RollCall } from "../src/record/votes.ts";

const LEVEL = 0.9;
const DRAWS = 1000;
const NAMES = ["yes", "abstain", "no"];

interface Scored extends ComparedVote {
  readonly index: number;
  readonly family: number;
  readonly kind: "text" | "related" | "none";
}

const record = openRecord("record");
const { votes, organisations } = record;
const open = await (await createKernels()).positions();
const forecaster = createForecaster(votes, open);
const scored: Scored[] = [];
const others = new Map<string, readonly [number, number, number]>();
const memberSets = new Map<string, Map<string, Set<number>>>();
let absent = 0;
let rollCalls = 0;
let oldest = 0;
const start = process.cpuUsage().user;
let hardTime = 0;
for (const [index, { date, partial, family }] of votes.rollCalls.entries()) {
  if (date < FIRST_FORECAST_DAY || date >= "2026" || partial === true) continue;
  const before = process.cpuUsage().user;
  const made = forecaster.forecast(index);
  hardTime += process.cpuUsage().user - before;
  rollCalls += 1;
  oldest = Math.max(oldest, (Date.parse(date) - Date.parse(made.lastVote)) / 86_400_000);
  absent += made.votes.filter(({ cast }) => cast === null).length;
  const { kind } = made.forerunners;
  const cast = comparedVotes(made);
  scored.push(...cast.map((vote) => ({ ...vote, index, family, kind })));
  const voters = cast.map(({ voter }) => voter);
  for (const given of forecaster.givenOthers(index, voters)) {
    others.set(`${index}|${given.voter}`, given.shares);
  }
  if (memberSets.has(date)) continue;
  const sets = organisations.map(({ id }, at) => {
    const members = membershipsOn(organisations[at]!, date).map(({ state }) =>
      votes.voters.indexOf(state),
    );
    return [id, new Set(members)] as const;
  });
  memberSets.set(date, new Map(sets));
}
const seconds = (process.cpuUsage().user - start) / 1e6;

function familySums(rows: readonly Scored[], score: (row: Scored) => number) {
  const byFamily = new Map<number, { family: number; sum: number; votes: number }>();
  for (const row of rows) {
    const entry = byFamily.get(row.family) ?? { family: row.family, sum: 0, votes: 0 };
    entry.sum += score(row);
    entry.votes += 1;
    byFamily.set(row.family, entry);
  }
  return [...byFamily.values()];
}

const interval = (rows: readonly Scored[], score: (row: Scored) => number) =>
  meanScore(familySums(rows, score), LEVEL, DRAWS, seededRandom(1));

const number = (value: number | null | undefined, digits = 3): string =>
  value === null || value === undefined ? "" : value.toFixed(digits);

function line(label: string, rows: readonly Scored[]): string | null {
  const means = compareScores(rows);
  if (means === null) return null;
  const best = bestBaseRate(means);
  const loss = interval(rows, ({ by, cast }) => logLoss(by.model, cast));
  const gain = interval(
    rows,
    ({ by, cast }) => logLoss(by[best], cast) - logLoss(by.model, cast),
  );
  const brier = FORECAST_NAMES.map((name) => number(means[name].brier));
  const verdict =
    (gain?.mean ?? 0) <= 0
      ? "not beaten"
      : gain?.lower === null || gain === null || gain.lower <= 0
        ? "not shown"
        : "beaten";
  const gainText =
    gain?.lower === null
      ? number(gain.mean)
      : `${number(gain?.mean)} [${number(gain?.lower)}, ${number(gain?.upper)}]`;
  const lossText =
    loss?.lower === null
      ? number(loss.mean)
      : `${number(loss?.mean)} [${number(loss?.lower)}, ${number(loss?.upper)}]`;
  return (
    `| ${label} | ${rows.length.toLocaleString("en-US")} | ${lossText} | ` +
    `${number(means.climatology.logLoss)} | ${number(means.persistence.logLoss)} | ` +
    `${number(means.majority.logLoss)} | ${brier.slice(0, 4).join(" / ")} | ${best} | ` +
    `${gainText} | ${verdict} |`
  );
}

const HEAD =
  "| votes of | n | log loss, 90 % interval | climatology | persistence | majority | Brier: " +
  "forecast / climatology / persistence / majority | best base rate | log loss saved on it, " +
  "90 % interval | best base rate is |\n| --- | ---: | --- | ---: | ---: | ---: | --- | --- | --- | --- |";

const table = (rows: readonly (readonly [string, readonly Scored[]])[]): string =>
  [HEAD, ...rows.map(([label, own]) => line(label, own)).filter((row) => row !== null)].join(
    "\n",
  );

const ofKind = (kind: Scored["kind"]) => scored.filter((row) => row.kind === kind);
const isMember = (id: string) => (row: Scored) =>
  memberSets
    .get((votes.rollCalls[row.index] as RollCall).date)
    ?.get(id)
    ?.has(row.voter) === true;
const byOrganisation = organisations
  .map(({ id, short }) => [short, scored.filter(isMember(id))] as const)
  .toSorted(([a], [b]) => (a < b ? -1 : 1));
const csto = scored.filter(isMember("csto"));
const withOthers = (row: Scored) => others.get(`${row.index}|${row.voter}`)!;

function easier(label: string, rows: readonly Scored[]): string {
  const loss = interval(rows, (row) => logLoss(withOthers(row), row.cast));
  const brier = interval(rows, (row) => brierScore(withOthers(row), row.cast));
  const bounds = (score: typeof loss) =>
    `${number(score?.mean)} [${number(score?.lower)}, ${number(score?.upper)}]`;
  return `| ${label} | ${rows.length.toLocaleString("en-US")} | ${bounds(loss)} | ${bounds(brier)} |`;
}

const series = csto.filter(({ index }) => votes.rollCalls[index]?.special === "ES-11");
const seriesRows = series.map((row) => {
  const { symbol, date, title } = votes.rollCalls[row.index] as RollCall;
  const at = row.cast - 1;
  const shares = row.by.model.map((share) => number(share, 2)).join(" | ");
  return (
    `| ${symbol} | ${date} | ${title} | ${votes.voters[row.voter]} | ${shares} | ${NAMES[at]} | ` +
    `${number(row.by.model[at], 2)} | ${number(row.by.climatology[at], 2)} | ` +
    `${number(row.by.persistence[at], 2)} | ${number(withOthers(row)[at], 2)} |`
  );
});
const bins = calibration(scored.map(({ by, cast }) => ({ shares: by.model, cast })));
const overall = compareScores(scored)!;
const ownNames = series.length === 0 ? null : compareScores(series)!;

function headline(label: string, rows: readonly Scored[]): string {
  const means = compareScores(rows)!;
  const best = bestBaseRate(means);
  const gain = interval(
    rows,
    ({ by, cast }) => logLoss(by[best], cast) - logLoss(by.model, cast),
  )!;
  const shown =
    gain.lower === null
      ? `saves ${number(gain.mean)} (too few families for an interval)`
      : `saves ${number(gain.mean)} [${number(gain.lower)}, ${number(gain.upper)}]`;
  const beats =
    gain.mean <= 0
      ? "does not beat"
      : gain.lower === null || gain.lower <= 0
        ? "is not shown to beat"
        : "beats";
  const bestBrier = bestBaseRate(means, "brier");
  const [own, other] = [means.model.brier, means[bestBrier].brier];
  const brier =
    `Brier score ${number(own)} against ${number(other)} (${bestBrier})` +
    (own > other ? ", which is worse" : "");
  return `- ${label}: by log loss the forecast ${beats} the best base rate, ${best}: it ${shown} a vote; ${brier}.`;
}

const page = `# Forecasts of votes, 2014-2025

Written by \`node scripts/bench.mjs forecast DATE\` on ${process.argv[2] ?? "an unstated day"}; record
${record.release}. How: [methods](methods.md#forecasts).

${headline("All votes", scored)}
${headline("Texts voted on before", ofKind("text"))}
${headline("Related votes only (parts of a text, the same emergency session)", ofKind("related"))}
${headline("New texts", ofKind("none"))}
${headline("CSTO members, all votes", csto)}
${headline(
  "CSTO members, new texts",
  csto.filter(({ kind }) => kind === "none"),
)}
${headline("CSTO members, emergency session on Ukraine (ES-11)", series)}

${rollCalls.toLocaleString("en-US")} roll calls; ${scored.length.toLocaleString("en-US")} votes cast are
scored, ${absent.toLocaleString("en-US")} absences (and votes that no source gives) are not. Positions
rest on the votes of ten sessions up to the day before; the last of these was at most ${oldest} days old.
Log loss is the mean of -ln of the probability given to the vote cast (a uniform forecast: 1.099,
Brier 0.667). Intervals: ${DRAWS} draws of families of texts, seed 1.
A base rate is *beaten* where the interval of the log loss saved on it lies above 0, *not shown* to be
where the interval holds 0 or is withheld, *not beaten* where the forecast's mean is the worse.

## All states

${table([
  ["all", scored],
  ["texts voted on before", ofKind("text")],
  ["related votes only", ofKind("related")],
  ["new texts", ofKind("none")],
])}

## Members of each organisation, as of the day

${table(byOrganisation)}

## Calibration

Three probabilities a vote; the share of each bin's whose vote was cast.

| probability | n | mean forecast | share cast |
| --- | ---: | ---: | ---: |
${bins
  .map(
    ({ from, to, n, forecast, observed }) =>
      `| ${number(from, 1)}-${number(to, 1)} | ${n.toLocaleString("en-US")} | ${number(forecast)} | ${number(observed)} |`,
  )
  .join("\n")}

## The emergency session on Ukraine (ES-11) in full: CSTO members

Mean log loss ${number(ownNames?.model.logLoss)}; climatology ${number(ownNames?.climatology.logLoss)},
persistence ${number(ownNames?.persistence.logLoss)}, majority ${number(ownNames?.majority.logLoss)}. The last
column answers the easier question below. Absences have no row. ES-11/1 had no forerunner; each later
one has the session's earlier votes.

| resolution | date | title | state | yes | abstain | no | cast | forecast of it | climatology | persistence | given the others |
| --- | --- | --- | --- | ---: | ---: | ---: | --- | ---: | ---: | ---: | ---: |
${seriesRows.join("\n")}

## The easier question: given all other states' votes on the same roll call

Not a forecast: the item is fitted to the others' votes on the day, the state's own left out.

| votes of | n | log loss | Brier |
| --- | ---: | --- | --- |
${easier("all", scored)}
${easier("texts voted on before", ofKind("text"))}
${easier("related votes only", ofKind("related"))}
${easier("new texts", ofKind("none"))}
${easier("CSTO members", csto)}
`;
writeFileSync("docs/forecast.md", page);
console.log(page);
console.log(
  `processor time: forecast ${(hardTime / 1e6).toFixed(1)} s, with the easier question ${seconds.toFixed(1)} s; ` +
    `overall ${overall.model.logLoss.toFixed(4)}`,
);
