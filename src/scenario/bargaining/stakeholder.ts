import { UsageError } from "../../errors.ts";

/** Who bargains over one issue. */
export interface Stakeholder {
  readonly id: string;
  /** What it wants, on the scale of the issue. */
  readonly position: number;
  /** What it can bring to bear, above 0; only ratios matter. */
  readonly capability: number;
  /** How much of it the issue takes up, above 0 and at most 1. */
  readonly salience: number;
}

/** The ends of the issue's scale. */
export interface IssueScale {
  readonly low: number;
  readonly high: number;
}

/** Where everybody stands after a turn; turn 0 is the start. */
export interface BargainingTurn {
  readonly turn: number;
  readonly positions: readonly number[];
  /** Position at which the weight on either side is equal, and weighted mean. */
  readonly median: number;
  readonly mean: number;
}

/** A course of bargaining, and why it ended. */
export interface BargainingPath {
  readonly turns: readonly BargainingTurn[];
  readonly stopped: "quiet" | "turns";
}

/**
 * Refuses stakeholders that no model can bargain over.
 *
 * @throws UsageError for fewer than two, one id twice, or a number out of its range.
 */
export function checkStakeholders(stakeholders: readonly Stakeholder[]): void {
  if (stakeholders.length < 2) {
    throw new UsageError(`${stakeholders.length} stakeholders cannot bargain.`, {
      hint: "Give two or more.",
    });
  }
  const seen = new Set<string>();
  for (const { id, position, capability, salience } of stakeholders) {
    if (seen.has(id)) {
      throw new UsageError(`the stakeholder ${id} is named twice.`, { hint: "Name it once." });
    }
    seen.add(id);
    if (!Number.isFinite(position)) {
      throw new UsageError(`the position of ${id} is ${position}; it must be a number.`);
    }
    if (!(capability > 0 && Number.isFinite(capability))) {
      throw new UsageError(`the capability of ${id} is ${capability}; it must be above 0.`);
    }
    if (!(salience > 0 && salience <= 1)) {
      throw new UsageError(`the salience of ${id} is ${salience}; it must be in (0, 1].`);
    }
  }
}

/** The ends of the stakeholders' own positions, or a scale that holds them all. */
export function issueScale(
  stakeholders: readonly Stakeholder[],
  given: IssueScale | null,
): IssueScale {
  const positions = stakeholders.map(({ position }) => position);
  const own = { low: Math.min(...positions), high: Math.max(...positions) };
  if (given === null) return own;
  if (!(given.low < given.high) || own.low < given.low || own.high > given.high) {
    throw new UsageError(
      `the scale from ${given.low} to ${given.high} does not hold positions from ${own.low} to ` +
        `${own.high}.`,
    );
  }
  return given;
}
