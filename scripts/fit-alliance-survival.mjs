/**
 * Writes data/alliance-survival.yaml: the model of how long alliances last, fitted to the spells of
 * ATOP 5.1. The rows of ATOP and of the GDP series stay with the user; estimates alone are written.
 *
 *     node scripts/fit-alliance-survival.mjs [--check] FILE...
 *
 * FILE: the four tables of ATOP 5.1 (alliance, phase, member, institutionalization) and the GDP
 * estimates of Fariss et al. 2022, told apart by their columns, .csv or .csv.gz. Deterministic: the
 * same files and record give the same bytes; --check compares with the file that is there. Needs
 * dist/ and record/ (npm run build).
 */
import { readFileSync, writeFileSync } from "node:fs";
import { ATOP } from "../dist/sources/atop.js";
import { recogniseParts } from "../dist/sources/recognise.js";
import { eachRow, sourceTable } from "../dist/sources/source-table.js";
import { sourceText } from "../dist/sources/source-text.js";
import { keepBaseRate, keepModel } from "../dist/measures/durability/age-hazard.js";
import { allianceCovariates } from "../dist/measures/durability/alliance-covariates.js";
import { lifeRows, lifeYears } from "../dist/measures/durability/life-years.js";
import { coxFit } from "../dist/measures/durability/cox-fit.js";
import { outOfTime } from "../dist/measures/durability/out-of-time.js";
import { openRecord } from "../dist/record/open-record.js";

const OUT = "data/alliance-survival.yaml";
const FIRST = 1947; // positions of the first session are known from then on
const CUT = 1990;
const LAST = 2018;
const LEVEL = 0.9;
const HORIZONS = [5, 10];
const LANDMARKS = [1991, 1996, 2001, 2006];
const MODELS = [
  ["asymmetry", "distance", "size", "formal", "likeness"],
  ["distance", "size", "formal", "likeness"],
  ["asymmetry", "distance", "size", "likeness"],
  ["distance", "size", "likeness"],
  ["asymmetry", "size", "formal", "likeness"],
  ["size", "likeness"],
];

const record = openRecord();
const check = process.argv.includes("--check");
const tables = process.argv
  .slice(2)
  .filter((one) => one !== "--check")
  .map((file) => sourceTable(file, sourceText(file, new Uint8Array(readFileSync(file)))));
const isGdp = ({ header }) => header.includes("pwtrgdp");
const atopTables = tables.filter((table) => !isGdp(table));
const gdpTable = tables.find(isGdp);
if (atopTables.length !== 4 || gdpTable === undefined) {
  process.stderr.write("Give the four tables of ATOP 5.1 and the GDP estimates.\n");
  process.exit(2);
}
const { tables: atop } = ATOP.read(recogniseParts(ATOP, atopTables), record.states);

const gdp = new Map();
eachRow(gdpTable, ["ccode", "year", "pwtrgdp"], ([code, year, value]) => {
  if (value !== "") gdp.set(`${Number(code)} ${year}`, Number(value));
});
const positions = new Map();
const shipped = record.positions();
for (const [index, voter] of shipped.voter.entries()) {
  const key = `${record.votes.voters[voter]} ${shipped.session[index] + 1945}`;
  positions.set(key, shipped.position[index]);
}
const regimes = new Map();
for (const { state, fromYear, toYear, regime } of record.regimes) {
  for (let year = fromYear; year <= toYear; year += 1) regimes.set(`${state} ${year}`, regime);
}

/** Days since the epoch; an unknown month is July, an unknown day the first. */
const dayOf = (date) => {
  const [year, month = "07", day = "01"] = date.split("-");
  return Date.parse(`${year}-${month}-${day}T00:00:00Z`) / 86_400_000;
};
const SEEN_TO = Date.UTC(LAST + 1, 0, 1) / 86_400_000;
const yearOf = (day) => new Date(day * 86_400_000).getUTCFullYear();
const grouped = (rows) => {
  const groups = new Map();
  for (const row of rows) {
    const own = groups.get(row.atopid) ?? [];
    own.push(row);
    groups.set(row.atopid, own);
  }
  return groups;
};
const membersOf = grouped(atop.members);
const phasesOf = grouped(atop.phases);

/** A life of an alliance; `ends` says which of ATOP's ways to end count. */
const lifeOf = (alliance, ends) => {
  const from = dayOf(alliance.from);
  const members = membersOf.get(alliance.atopid) ?? [];
  const phases = phasesOf.get(alliance.atopid) ?? [];
  const on =
    (day) =>
    ({ from: begin, to }) =>
      dayOf(begin) <= day && (to === null || dayOf(to) > day);
  return {
    cluster: String(alliance.atopid),
    from,
    // The last day in force counts as lived.
    to: alliance.to === null ? SEEN_TO : dayOf(alliance.to) + 1,
    ended: alliance.to !== null && ends.includes(alliance.term),
    stratum: Number(alliance.obligations.defense || alliance.obligations.offense),
    covariatesOn: (day) => {
      const year = yearOf(day) - 1;
      const present = members.filter(on(day));
      const codes = [...new Set(present.map(({ cow }) => cow))];
      const states = [...new Set(present.map(({ state }) => state))].filter(
        (key) => key !== null,
      );
      const known = (table, keys) =>
        keys.map((key) => table.get(`${key} ${year}`)).filter((value) => value !== undefined);
      const formal = phases.findLast(
        ({ from: begin }) => dayOf(begin) <= day,
      )?.formalInstitutions;
      return allianceCovariates({
        members: codes.length,
        gdp: known(gdp, codes),
        positions: known(positions, states),
        regimes: known(regimes, states),
        formal: formal == null ? null : formal >= 1,
      });
    },
  };
};

const round = (value) => Number(value.toPrecision(6));
const livesOf = (ends) => atop.alliances.map((alliance) => lifeOf(alliance, ends));
const scoreOf = ({ value, lower, upper }) => [value, lower, upper].map(round);

/** Fits to the years up to CUT and holds the fit against the years after. */
function tested(lives, names) {
  const { rows, kept } = lifeRows(lifeYears(lives, FIRST, CUT), names);
  const fit = coxFit(rows);
  const found = outOfTime({
    lives,
    years: lifeYears(lives, CUT + 1, LAST),
    names,
    models: [0, 1].map((stratum) => keepModel(fit, kept, stratum)),
    bases: [0, 1].map((stratum) => keepBaseRate(kept, stratum)),
    from: CUT + 1,
    to: LAST,
    landmarks: LANDMARKS,
    horizons: HORIZONS,
    level: LEVEL,
  });
  return {
    names,
    fit: {
      from: FIRST,
      to: CUT,
      years: fit.n,
      lives: new Set(rows.cluster).size,
      events: fit.events,
      coefficients: [...fit.coefficients].map(round),
      errors: [...fit.errors].map(round),
    },
    from: found.from,
    to: found.to,
    landmarks: LANDMARKS,
    years: found.years,
    lives: found.lives,
    events: found.events,
    concordance: scoreOf(found.concordance),
    horizons: found.horizons.map((one) => ({
      horizon: one.horizon,
      n: one.n,
      lives: one.lives,
      ends: one.ends,
      brier: scoreOf(one.brier),
      base: scoreOf(one.base),
      difference: scoreOf(one.difference),
      hindsight: scoreOf(one.hindsight),
    })),
    calibration: found.calibration.map((one) => ({
      ...one,
      ...Object.fromEntries(
        ["predicted", "base", "observed", "lower", "upper"].map((name) => [
          name,
          one[name] === null ? null : round(one[name]),
        ]),
      ),
    })),
  };
}

const keptOf = ({ coefficients, variance, means, hazards, lastAge }) => ({
  coefficients: coefficients.map(round),
  variance: variance.map(round),
  means: means.map(round),
  last_age: round(lastAge),
  hazards: hazards.map(({ from, rate, squared, mean }) => [
    from,
    round(rate),
    round(squared),
    mean.map(round),
  ]),
});

// 1 fulfilled or expired, 2 violated or abrogated; 3, renegotiated, and the loss of a member's
// independence are censored.
const lives = livesOf([1, 2]);
const all = lifeYears(lives, FIRST, LAST);
const models = MODELS.map((names) => {
  const { rows, kept } = lifeRows(all, names);
  const fit = coxFit(rows);
  return {
    names,
    years: fit.n,
    lives: new Set(rows.cluster).size,
    events: fit.events,
    ranges: rows.covariates.map((column) =>
      [Math.min(...column), Math.max(...column)].map(round),
    ),
    ...keptOf(keepModel(fit, kept, 1)),
  };
});
const defence = all.filter(({ stratum }) => stratum === 1);
const base = {
  years: defence.length,
  lives: new Set(defence.map(({ cluster }) => cluster)).size,
  events: defence.filter(({ event }) => event).length,
  ...keptOf(keepBaseRate(defence, 1)),
};
const tests = [
  { ends: "fulfilled or abrogated", ...tested(lives, MODELS[0]) },
  { ends: "fulfilled, abrogated or renegotiated", ...tested(livesOf([1, 2, 3]), MODELS[0]) },
];

const flow = (value) => JSON.stringify(value);
const block = (value, indent) =>
  Object.entries(value)
    .map(([key, item]) => {
      const list = Array.isArray(item) && item.length > 0 && typeof item[0] === "object";
      return list
        ? `${indent}${key}:\n${item.map((one) => `${indent}  - ${flow(one)}`).join("\n")}`
        : `${indent}${key}: ${flow(item)}`;
    })
    .join("\n");
const item = (value) => block(value, "    ").replace(/^ {4}/u, "  - ");
const text = [
  "# Written by scripts/fit-alliance-survival.mjs from ATOP 5.1 and the GDP estimates of Fariss et al. 2022;",
  "# see docs/durability.md. Estimates only: no row of either is here. Do not edit.",
  "sources: [atop-5-1, fariss-2022, vdem-v16, undl-unga, us-state-voting-practices, voeten-unga]",
  `estimated: "2026-11-29"`,
  `fitted: { from: ${FIRST}, to: ${LAST} }`,
  `level: ${LEVEL}`,
  "# One model a set of covariates; variance by rows, robust by alliance; rates of alliances with a duty of",
  "# defence or offense: [age in years from which, ends a year, variance, rate times mean covariates].",
  "models:",
  ...models.map(item),
  "# The same alliances without covariates.",
  "base:",
  block(base, "  "),
  "# Fits to the years up to the cut, held against the years after.",
  "tests:",
  ...tests.map(item),
  "",
].join("\n");

if (!check) writeFileSync(OUT, text);
else if (readFileSync(OUT, "utf8") !== text) {
  process.stderr.write(`${OUT} is not what these files give.\n`);
  process.exitCode = 1;
}
for (const { ends, concordance, horizons, events } of tests) {
  process.stderr.write(
    `${ends}: ${events} ends after ${CUT}, concordance ${concordance.join(" ")}\n`,
  );
  for (const { horizon, brier, base: rate, difference } of horizons) {
    process.stderr.write(
      `  ${horizon} y: Brier ${brier[0]}, base rate ${rate[0]}, difference ${difference.join(" ")}\n`,
    );
  }
}
