import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { coxFit } from "../../../src/measures/durability/cox-fit.ts";
import { lifeRows, lifeYears } from "../../../src/measures/durability/life-years.ts";
import {
  MEMBERSHIP_COVARIATES,
  membershipLives,
} from "../../../src/measures/durability/membership-lives.ts";
import { membershipSpells } from "../../../src/measures/durability/membership-spells.ts";
import type { CoxRows } from "../../../src/measures/durability/survival-rows.ts";
import { DEFAULT_QUERY } from "../../../src/answer/query-text.ts";
import { valuesOfStates } from "../../../src/answer/values-of-states.ts";
import { kernels, record } from "../../laboratory.ts";
import { goldenSet } from "./golden-survival.ts";

const rSurvival =
  spawnSync("Rscript", ["--vanilla", "-e", "library(survival)"], { stdio: "ignore" }).status ===
  0;

interface RFit {
  readonly coefficients: readonly number[];
  readonly robust: readonly number[];
  readonly model: readonly number[];
  readonly logLikelihood: readonly number[];
}

/** The fit of R's coxph to the same rows. */
function coxphOf(rows: CoxRows): RFit {
  const folder = mkdtempSync(join(tmpdir(), "casus-coxph-"));
  try {
    const file = join(folder, "rows.csv");
    const lines = Array.from(rows.stop, (stop, i) =>
      [
        rows.start?.[i] ?? 0,
        stop,
        rows.event[i],
        rows.cluster?.[i] ?? i,
        rows.strata?.[i] ?? 0,
        ...rows.covariates.map((column) => column[i]),
      ].join(","),
    );
    const head = ["start", "stop", "event", "cluster", "stratum", ...rows.names].join(",");
    writeFileSync(file, `${[head, ...lines].join("\n")}\n`);
    const script = "test/measures/durability/coxph.R";
    const { stdout, stderr } = spawnSync("Rscript", ["--vanilla", script, file], {
      encoding: "utf8",
    });
    if (stdout === "") throw new Error(stderr);
    return JSON.parse(stdout) as RFit;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function expectNear(own: ArrayLike<number>, theirs: readonly number[], what: string): void {
  expect(own, what).toHaveLength(theirs.length);
  for (const [k, value] of theirs.entries()) {
    const gap = Math.abs(own[k]! - value) / Math.max(1, Math.abs(value));
    expect(gap, `${what} ${k}: ${own[k]} beside ${value}`).toBeLessThan(1e-6);
  }
}

function expectSameFit(rows: CoxRows): void {
  const own = coxFit(rows);
  const theirs = coxphOf(rows);
  const width = rows.names.length;
  expectNear(own.coefficients, theirs.coefficients, "coefficient");
  expectNear(own.errors, theirs.robust, "robust error");
  const plain = rows.names.map((_, k) => Math.sqrt(own.modelVariance[k * width + k]!));
  expectNear(plain, theirs.model, "error of the model");
  expectNear(own.logLikelihood, theirs.logLikelihood, "log likelihood");
}

/** The rows of the model of memberships that `/alliances/{id}/durability` fits. */
async function membershipRows(): Promise<CoxRows> {
  const at = record.votes.rollCalls.at(-1)!.date;
  const peers = record.organisations;
  const spells = membershipSpells(peers, at);
  const asked = {
    record,
    kernels,
    path: {},
    query: DEFAULT_QUERY,
    signal: null,
    progress: null,
  };
  const lives = membershipLives(peers, spells, await valuesOfStates(asked), at);
  const years = lifeYears(lives, 1947, Number(at.slice(0, 4)));
  return lifeRows(years, MEMBERSHIP_COVARIATES).rows;
}

describe.skipIf(!rSurvival)("coxFit beside R's coxph, run now", () => {
  it("has its fit to the memberships of the record", async () => {
    const rows = await membershipRows();
    expect(rows.stop.length).toBeGreaterThan(1000);
    expectSameFit(rows);
  });

  it("has its fit to late entries with strata and clusters", () => {
    expectSameFit(goldenSet("long"));
  });
});
