import { readFileSync } from "node:fs";
import { UsageError } from "../../errors.ts";
import { createKernels } from "../../kernels/create-kernels.ts";
import { seededRandom } from "../../kernels/random.ts";
import { fitPositions } from "../../measures/positions/fit-positions.ts";
import type { Anchors, PositionRows } from "../../measures/positions/position-data.ts";
import {
  type NamedPositionData,
  positionDataFromTable,
} from "../../measures/positions/position-data-from-table.ts";
import { samplePositions } from "../../measures/positions/sample-positions.ts";
import { staticPositions } from "../../measures/positions/static-positions.ts";
import { renderCsv } from "../../report/render-csv.ts";
import { roundTo } from "../../report/round-to.ts";
import { parseCsv } from "../../states/csv.ts";
import type { Terminal } from "../terminal.ts";

/** Options of `casus positions`. */
export interface PositionsOptions {
  readonly votes: string;
  readonly format: "csv" | "json" | "table";
  readonly high?: string;
  readonly low?: string;
  readonly level: string;
  readonly dimensions: "1" | "2";
  readonly posterior?: boolean;
  readonly draws: string;
  readonly seed: string;
}

/** A number of a fit at the digits stated. */
const stated = (value: number | undefined): number => roundTo(value ?? 0, DIGITS) ?? 0;

type Cells = Readonly<Record<string, string | number>>;

const COLUMNS = ["voter", "rollcall", "vote"];
const DIGITS = 6;

/** The rows of a user's file of votes; a stray or missing column is an error. */
function readVotes(path: string): NamedPositionData {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw new UsageError(`"${path}" cannot be read.`, {
      hint: "Name a CSV file with --votes.",
    });
  }
  const { header, rows } = parseCsv(text, path);
  const stray = header.filter((name) => ![...COLUMNS, "period"].includes(name));
  const missing = COLUMNS.filter((name) => !header.includes(name));
  if (stray.length + missing.length > 0) {
    const fault =
      missing.length > 0
        ? `the column "${missing[0]}" is missing`
        : `"${stray[0]}" is not a column`;
    throw new UsageError(`${fault}.`, {
      where: `${path}:1`,
      hint:
        "Columns: voter,rollcall,vote and, if time matters, period, parted by commas; " +
        "take others out.",
    });
  }
  const at = (fields: readonly string[], name: string): string =>
    fields[header.indexOf(name)] ?? "";
  return positionDataFromTable(
    rows.map(({ fields, line }) => ({
      where: `${path}:${line}`,
      voter: at(fields, "voter"),
      rollcall: at(fields, "rollcall"),
      vote: at(fields, "vote"),
      ...(header.includes("period") ? { period: at(fields, "period") } : {}),
    })),
  );
}

function anchorsOf(
  { voters }: NamedPositionData,
  { high, low }: PositionsOptions,
): Anchors | undefined {
  const indexOf = (name: string): number => {
    const index = voters.indexOf(name);
    if (index >= 0) return index;
    throw new UsageError(`"${name}" is not a voter of the file.`, {
      hint: "Write the voter as the file does.",
    });
  };
  if (high === undefined) {
    if (low === undefined) return undefined;
    throw new UsageError("--low needs --high.", {
      hint: "Name the voter at the high end too.",
    });
  }
  return low === undefined
    ? { high: indexOf(high) }
    : { high: indexOf(high), low: indexOf(low) };
}

function lines(
  named: NamedPositionData,
  rows: PositionRows,
  more: (i: number) => Cells = () => ({}),
): readonly Cells[] {
  return Array.from(rows.voter, (voter, i) => ({
    voter: named.voters[voter]!,
    period: named.periods[rows.period[i]!] ?? "all",
    position: stated(rows.position[i]),
    se: stated(rows.se[i]),
    lower: stated(rows.lower[i]),
    upper: stated(rows.upper[i]),
    n: rows.n[i]!,
    ...more(i),
  }));
}

function number(text: string, name: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() !== "" && value >= least && value <= most) return value;
  throw new UsageError(`--${name} ${text} is not valid.`, {
    hint: `It takes a number from ${least} to ${most}.`,
  });
}

async function estimate(
  named: NamedPositionData,
  options: PositionsOptions,
): Promise<readonly Cells[]> {
  const open = await (await createKernels()).positions();
  const anchors = anchorsOf(named, options);
  const level = number(options.level, "level", 0.5, 0.99);
  const common = { level, ...(anchors === undefined ? {} : { anchors }) };
  if (options.dimensions === "2") {
    const plane = staticPositions(
      named.data,
      { dimensions: 2, level, anchors: [anchors, undefined] },
      open,
    );
    return plane.axes.flatMap(({ position, se, lower, upper }, axis) =>
      Array.from(plane.voter, (voter, i) => ({
        voter: named.voters[voter]!,
        dimension: axis + 1,
        position: stated(position[i]),
        se: stated(se[i]),
        lower: stated(lower[i]),
        upper: stated(upper[i]),
        n: plane.n[i]!,
      })),
    );
  }
  if (options.posterior !== true)
    return lines(named, fitPositions(named.data, common, open).rows);
  const draws = Math.trunc(number(options.draws, "draws", 4, 20_000));
  const random = seededRandom(Math.trunc(number(options.seed, "seed", 0, 4_294_967_295)));
  const sample = samplePositions(
    named.data,
    { ...common, draws, burn: draws, thin: 1, chains: 2, random },
    open,
  );
  return lines(named, sample.rows, (i) => ({
    r_hat: roundTo(sample.rHat[i]!, 4) ?? 0,
    effective: Math.round(sample.effective[i]!),
  }));
}

function table(rows: readonly Cells[]): string {
  const names = Object.keys(rows[0] ?? {});
  const widths = names.map((name) =>
    Math.max(name.length, ...rows.map((row) => String(row[name]).length)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
      .join("  ")
      .trimEnd();
  return [line(names), ...rows.map((row) => line(names.map((name) => String(row[name]))))].join(
    "\n",
  );
}

/** Fits positions to a user's file of votes and prints them. */
export async function positions(terminal: Terminal, options: PositionsOptions): Promise<void> {
  const named = readVotes(options.votes);
  if (terminal.progress && options.posterior === true) terminal.err("casus: sampling ...\n");
  const rows = await estimate(named, options);
  if (options.format === "json") terminal.out(`${JSON.stringify({ rows }, null, 1)}\n`);
  else if (options.format === "table") terminal.out(`${table(rows)}\n`);
  else {
    const columns = Object.keys(rows[0] ?? {}).map((name) => ({
      name,
      label: name,
      digits: DIGITS,
    }));
    terminal.out(renderCsv({ columns, rows }));
  }
}
