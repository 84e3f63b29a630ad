import type { EqualTurns } from "../../measures/influence/equal-turns.ts";
import { clopperPearson } from "../../measures/statistics/clopper-pearson.ts";
import type { Finding } from "../answer.ts";
import { counted, fixed, percent } from "../text.ts";
import { type Dominance, majoritySent } from "./dominance-rows.ts";

/** What findings on dominance are worded with. */
export interface DominanceFrame {
  readonly short: string;
  readonly base: string;
  readonly level: number;
  /** The same of every other organisation of the record. */
  readonly others: readonly Dominance[];
}

const NONE = { value: null, lower: null, upper: null, level: null } as const;

function troopFinding({ short, base, others }: DominanceFrame, own: Dominance): Finding {
  const sent = majoritySent(own.cases);
  const all = others.map(({ cases }) => majoritySent(cases));
  const sum = (of: (one: (typeof all)[number]) => number): number =>
    all.reduce((total, one) => total + of(one), 0);
  const n = sent.yes + sent.no + sent.undecidable;
  return {
    id: "dominance-troops",
    text:
      n === 0
        ? `${short}: no case of this record in which people were sent and the largest member was ` +
          "not in trouble itself."
        : `${short}: of ${counted(n, "case")} in which people were sent, the largest member sent ` +
          `more than half in ${sent.yes} and not more in ${sent.no}; the sizes on record leave ` +
          `${sent.undecidable} undecided. Mean share between ${percent(sent.least!)} and ` +
          `${percent(sent.most!)}.`,
    ...NONE,
    lower: sent.least,
    upper: sent.most,
    n,
    comparison:
      `Other organisations of the record: more than half in ${sum(({ yes }) => yes)}, not ` +
      `more in ${sum(({ no }) => no)}, undecided in ${sum(({ undecidable }) => undecidable)}.`,
    method: "Share of those sent",
    evidence: [base],
  };
}

const turnsText = (test: EqualTurns): string =>
  `${fixed(test.expected, 1)} expected with equal turns; two-sided p = ${fixed(test.p, 3)}, ` +
  `smallest attainable ${test.smallest < 0.0005 ? "below 0.001" : fixed(test.smallest, 3)}`;

/** Turns of a kind against equal turns, beside the other organisations. */
function turnsFinding(
  { short, base, level, others }: DominanceFrame,
  own: Dominance,
  kind: "commands" | "hosting",
): Finding {
  const test = own[kind];
  const noun = kind === "commands" ? "command" : "gathering with one known host";
  const what = kind === "commands" ? "held the command" : "was the host";
  const rest = others.flatMap((one) => one[kind] ?? []);
  const [times, turns] = [
    rest.reduce((sum, one) => sum + one.times, 0),
    rest.reduce((sum, one) => sum + one.turns, 0),
  ];
  const ends = test === null ? null : clopperPearson(test.times, test.turns, level);
  return {
    id: `dominance-${kind}`,
    text:
      test === null
        ? `${short}: not decidable with this record; it names no ` +
          `${kind === "commands" ? "commander of its operations" : "host of its sessions or exercises"}.`
        : `${short}: the largest member ${what} in ${test.times} of ` +
          `${counted(test.turns, noun, kind === "commands" ? "known commands" : "gatherings with one known host")} ` +
          `(${turnsText(test)}).`,
    value: test === null ? null : test.times / test.turns,
    lower: ends?.lower ?? null,
    upper: ends?.upper ?? null,
    level: test === null ? null : level,
    n: test?.turns ?? 0,
    comparison:
      turns === 0
        ? null
        : `Other organisations' largest members: ${times} of ${turns} (${percent(times / turns)}).`,
    method: "Against equal turns",
    evidence: [base, base.replace("/dominance", "/organs")],
  };
}

/** How often each stance to a decision was taken by the largest member, and by the others. */
export interface StanceCounts {
  readonly with: number;
  readonly aside: number;
  readonly against: number;
  readonly alone: number;
  readonly "not-seen": number;
}

function decisionFinding(
  { short, base, level }: DominanceFrame,
  largest: StanceCounts,
  others: StanceCounts,
  all: StanceCounts,
): Finding {
  const without = largest.aside + largest.against;
  const known = without + largest.with + largest.alone;
  const n = known + largest["not-seen"];
  const ends = known === 0 ? null : clopperPearson(without, known, level);
  const apart = others.aside + others.against;
  const othersKnown = apart + others.with + others.alone;
  const elsewhere = all.aside + all.against;
  const elsewhereKnown = elsewhere + all.with + all.alone;
  return {
    id: "dominance-decisions",
    text:
      n === 0
        ? `${short}: no decision on a call is on record in which the largest member was not in ` +
          "trouble itself."
        : `${short}: of ${counted(n, "case")} with a decision on record the largest member was for ` +
          `it in ${largest.with}, decided alone in ${largest.alone}, stood aside in ` +
          `${largest.aside} and was against in ${largest.against}; its stance is not seen in ` +
          `${largest["not-seen"]}. Decided without or against it: ${without} of ${known} known.`,
    value: ends === null ? null : without / known,
    lower: ends?.lower ?? null,
    upper: ends?.upper ?? null,
    level: ends === null ? null : level,
    n: known,
    comparison:
      `Other members in the same cases: aside or against in ${apart} of ${othersKnown} known ` +
      `stances. Largest members of other organisations: ${elsewhere} of ${elsewhereKnown}.`,
    method: "Decisions without the largest member",
    evidence: [base],
  };
}

/** The findings on what the largest member does. */
export function dominanceFindings(
  frame: DominanceFrame,
  own: Dominance,
  stances: {
    readonly largest: StanceCounts;
    readonly others: StanceCounts;
    readonly elsewhere: StanceCounts;
  },
): readonly Finding[] {
  return [
    troopFinding(frame, own),
    turnsFinding(frame, own, "commands"),
    decisionFinding(frame, stances.largest, stances.others, stances.elsewhere),
    turnsFinding(frame, own, "hosting"),
    {
      id: "dominance-chair",
      text:
        `${frame.short}: whether the largest member chairs more often than its turn is not ` +
        "decidable with this record; it lacks a dated table of who chaired each session.",
      ...NONE,
      n: null,
      comparison: null,
      method: "Against equal turns",
      evidence: [frame.base],
    },
  ];
}
