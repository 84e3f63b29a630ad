import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { formatQuery, DEFAULT_QUERY, parseQuery } from "../../answer/query-text.ts";
import { claimFileOf } from "../../claims/claim-file-of.ts";
import { computeAnswer } from "../../claims/compute-answer.ts";
import { CasusError, NotFoundError, RecordError, UsageError } from "../../errors.ts";
import type { CasusRecord } from "../../record/record.ts";
import { writeFileWhole } from "../../record/write-files.ts";
import { render } from "../../report/render.ts";
import { openLaboratory, type RecordOptions } from "../open.ts";
import { progressBar } from "../progress-bar.ts";
import type { Terminal } from "../terminal.ts";
import { formOf } from "./get.ts";

/** Options of `casus check`. */
export interface CheckOptions extends RecordOptions {
  readonly format?: string;
  readonly html?: string;
  readonly asOf?: string;
}

/** What is checked: the record with the claims in it, their id, and where each claim stands. */
interface Loaded {
  readonly record: CasusRecord;
  readonly id: string;
  readonly where: (n: number) => string;
}

/** The claims of a file, laid into the record; a name that is no file is an id of the record. */
async function load(record: CasusRecord, file: string): Promise<Loaded> {
  if (!existsSync(file)) {
    if (/^[a-z0-9-]+$/u.test(file)) {
      const { id } = claimFileOf(record, file);
      return { record, id, where: () => id };
    }
    throw new NotFoundError(`there is no file "${file}".`, {
      hint: "Name a YAML file of claims, or the id of claims in the record.",
    });
  }
  const { parseClaims } = await import("../../record/parse-claims.ts");
  const text = readFileSync(file, "utf8");
  const { claims, where } = parseClaims(file, text);
  const shipped = record.claims.find(({ id }) => id === claims.id);
  if (JSON.stringify(shipped) === JSON.stringify(claims))
    return { record, id: claims.id, where };
  const hash = createHash("sha256").update(JSON.stringify(claims)).digest("hex").slice(0, 8);
  const others = record.claims.filter(({ id }) => id !== claims.id);
  const release = `${record.release}+claims.${hash}`;
  return {
    record: { ...record, release, claims: [...others, claims] },
    id: claims.id,
    where,
  };
}

/** A fault of a claim's test, at the line of its file. */
function atLine(error: unknown, where: Loaded["where"]): unknown {
  if (!(error instanceof CasusError)) return error;
  const n = /^claim (\d+)$/u.exec(error.where ?? "")?.[1];
  if (n === undefined) return error;
  const { message, hint } = error;
  return new RecordError(`claim ${n}: ${message}`, {
    where: where(Number(n)),
    ...(hint === undefined ? {} : { hint }),
  });
}

/** The query that asks for an earlier day. */
function queryOf(asOf: string | undefined): string {
  if (asOf === undefined) return "";
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(asOf)) {
    throw new UsageError(`--as-of ${JSON.stringify(asOf)} is not valid.`, {
      hint: 'It takes a day, such as "2022-05-01".',
    });
  }
  const { at } = parseQuery([["at", asOf]], ["at"]);
  return formatQuery({ ...DEFAULT_QUERY, at });
}

/**
 * Tests the claims of a file and prints the verdicts.
 *
 * @throws RecordError where a claim that must be supported is not, after printing.
 */
export async function check(
  terminal: Terminal,
  file: string,
  options: CheckOptions,
): Promise<void> {
  const laboratory = await openLaboratory(options);
  const { record, id, where } = await load(laboratory.record, file);
  const bar = await progressBar(terminal);
  const { progress } = bar;
  let answer;
  try {
    answer = await computeAnswer(record, `/claims/${id}${queryOf(options.asOf)}`, {
      kernels: laboratory.kernels,
      ...(progress === undefined ? {} : { progress }),
    });
  } catch (error) {
    throw atLine(error, where);
  } finally {
    bar.stop();
  }
  if (options.html !== undefined) {
    writeFileWhole(options.html, (await render(answer, "html")).body);
    terminal.err(`casus: wrote ${options.html}\n`);
  } else {
    const { body } = await render(answer, formOf(options.format ?? "table"), {
      colour: terminal.colour,
      width: terminal.width,
    });
    terminal.out(body);
  }
  const unmet = answer.rows.filter(({ must, verdict }) => must !== null && verdict !== must);
  if (unmet.length === 0) return;
  const numbers = unmet.map(({ n, verdict }) => `${n} (${verdict})`).join(", ");
  throw new RecordError(`not supported, though marked "must: supported": claims ${numbers}.`);
}
