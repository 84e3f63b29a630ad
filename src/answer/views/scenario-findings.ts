import type { CasusRecord } from "../../record/record.ts";
import type { DecisionRule } from "../../record/organisation.ts";
import type { CallRun } from "../../scenario/run-call.ts";
import type { Switch } from "../../scenario/sensitivity.ts";
import type { Simulation } from "../../scenario/simulate.ts";
import type { SimulatedShare } from "../../scenario/simulated-share.ts";
import type { Finding, Row, Section } from "../answer.ts";
import { DECIDES_FOR_ITSELF } from "../decides-for-itself.ts";
import type { Query } from "../query.ts";
import { counted, fixed, listed, simulatedLimits, simulatedShare } from "../text.ts";
import { WITHOUT_INTERVAL } from "../without-interval.ts";
import { ruleName } from "./power-rules.ts";

/** A probability with its interval and Monte Carlo error. */
function shareText({ share, lower, upper, monteCarlo }: SimulatedShare): string {
  const limits = simulatedLimits(lower, upper);
  const error = `Monte Carlo error ${fixed(monteCarlo, 3)}`;
  return `${simulatedShare(share)} (${limits === null ? error : `${limits}; ${error}`})`;
}

/** What the rule alone makes of a decision, where it leaves the members nothing to vote on. */
const ruleText = (rule: DecisionRule): string =>
  rule === "each-for-itself" ? ` ${DECIDES_FOR_ITSELF.replace(/^e/u, "E")}.` : "";

const UNITS = { Y: "year", M: "month", W: "week", D: "day", H: "hour" } as const;

/** A limit of time in words: `within 72 hours`, `at once`. */
function withinText(within: string): string {
  const parts = /^PT?(\d+)([YMWDH])$/u.exec(within);
  if (parts === null) return within === "immediately" ? "at once" : `within ${within}`;
  return `within ${counted(Number(parts[1]), UNITS[parts[2] as keyof typeof UNITS])}`;
}

/** What is asked for, as the thing that comes. */
function instrumentText(record: CasusRecord, instrument: string): string {
  if (instrument === "troops") return "forces";
  if (instrument === "materiel") return "forces, a mission or materiel";
  if (instrument === "consultation") return "help of any kind, political support included";
  return record.forces.find(({ id }) => id === instrument)?.name ?? instrument;
}

/** Who must agree, by which article. */
export function planFinding({ plan }: CallRun): Finding {
  const { decision, asked, steps, rule, call } = plan;
  const limited = steps.filter(({ stage, within }) => within !== null && stage !== "exit");
  return {
    id: "plan",
    text:
      `Under ${decision.article} ` +
      (rule === "each-for-itself"
        ? "each party decides for itself"
        : `the ${decision.organName} decides by ${ruleName(rule)}`) +
      `${call.rule === null ? "" : " (set by hand)"}, ${asked.length + 1} members in all. ` +
      (limited.length === 0
        ? "The texts in force set no limit of time."
        : `Limits of time: ${listed(limited.map(({ stage, within }) => `${stage} ${withinText(within ?? "")}`))}.`),
    value: asked.length + 1,
    ...WITHOUT_INTERVAL,
    n: null,
    comparison: null,
    method: "Plan",
    evidence: [`/alliances/${call.alliance}/power?at=${call.at}`],
  };
}

/** In how many cases on record it came so. */
function plainText({ plain }: CallRun, outcome: "adopted" | "came"): string {
  return plain.of === 0
    ? "No case with members' stances is on record before the day."
    : `It came so in ${plain[outcome]} of the ${plain.of} cases with members' stances on record ` +
        "before the day.";
}

/** The decision, and what comes. */
export function outcomeFindings(
  record: CasusRecord,
  run: CallRun,
  shown: Simulation,
  query: Query,
): readonly Finding[] {
  const { base, plan, models } = run;
  const byModel = shown !== base;
  const beside = (share: SimulatedShare): string =>
    byModel ? ` By the base rate: ${shareText(share)}.` : "";
  const by = !byModel
    ? "base rate"
    : shown === run.choice
      ? "choice model"
      : "bargaining model, an alternative to the choice model";
  const own = (id: "decision" | "comes", text: string, share: SimulatedShare): Finding => ({
    id,
    text,
    value: share.share,
    lower: share.lower,
    upper: share.upper,
    level: query.level,
    n: models.observations.filter(({ stance }) => stance !== "not-seen").length,
    comparison: "the base rate of stances in the cases before the day",
    method: "Simulation",
    evidence: ["/scenarios/backtest"],
  });
  const what = instrumentText(record, plan.call.instrument);
  return [
    own(
      "decision",
      `The decision is taken in a share of ${shareText(shown.adopted)} of the simulated calls, by the ` +
        `${by}.${ruleText(plan.rule)}${beside(base.adopted)} ${plainText(run, "adopted")}`,
      shown.adopted,
    ),
    own(
      "comes",
      `What is asked for (${what}) comes in a share of ${shareText(shown.came)}.` +
        `${beside(base.came)} ${plainText(run, "came")}`,
      shown.came,
    ),
  ];
}

/** On whom the decision hangs. */
export function pivotalFinding(record: CasusRecord, run: CallRun, shown: Simulation): Finding {
  const { at } = run.plan.call;
  const free = shown.members.filter(({ state }) => !run.plan.without.includes(state));
  const ranked = free.toSorted((a, b) => b.pivotal - a.pivotal || (a.state < b.state ? -1 : 1));
  const [first, second] = ranked;
  const name = (state: string): string => record.states.name(state as never, at);
  // Two pivotal shares of one run are told apart where they differ by two joint errors.
  const error = Math.sqrt(
    ((first?.pivotal ?? 0) + (second?.pivotal ?? 0)) / Math.max(1, shown.calls),
  );
  const apart = (first?.pivotal ?? 0) - (second?.pivotal ?? 0) > 2 * error;
  const text =
    first === undefined
      ? "Nobody else votes on it."
      : first.pivotal === 0
        ? "No member's vote alone turns the decision in any simulated call."
        : apart
          ? `The decision hangs most often on ${name(first.state)}: its vote alone turns it in ` +
            `${fixed(first.pivotal)} of the calls, the next member's in ${fixed(second?.pivotal ?? 0)}.`
          : `No one member stands out: the vote that turns the decision most often, ` +
            `${name(first.state)}'s, does so in ${fixed(first.pivotal)} of the calls, not ` +
            "distinguishably more than the next.";
  return {
    id: "pivotal",
    text,
    value: first?.pivotal ?? null,
    ...WITHOUT_INTERVAL,
    n: shown.calls,
    comparison: "the same calls with that member's vote turned",
    method: "Simulation",
    evidence: [`/alliances/${run.plan.call.alliance}/power?at=${at}`],
  };
}

/** The switch with the largest change of the decision; null where none is beyond the noise. */
function largestChange(
  switches: readonly Switch[],
  shown: Simulation,
): { readonly what: string; readonly to: string; readonly share: number } | null {
  const noise = 2 * Math.sqrt(2) * shown.adopted.monteCarlo;
  const [most] = switches
    .flatMap(({ what, to, run }) =>
      run === null ? [] : [{ what, to, share: run.adopted.share }],
    )
    .toSorted(
      (a, b) =>
        Math.abs(b.share - shown.adopted.share) - Math.abs(a.share - shown.adopted.share),
    );
  return most !== undefined && Math.abs(most.share - shown.adopted.share) > noise ? most : null;
}

/** What counting the members that were not seen would make of the decision. */
function unseenText(switches: readonly Switch[], shown: Simulation): string {
  const words = switches.flatMap(({ what, to, run }) =>
    what === "members not seen" && run !== null
      ? [`as ${to} ${simulatedShare(run.adopted.share)}`]
      : [],
  );
  return words.length === 0
    ? ""
    : ` With the members that were not seen in the cases counted ${listed(words)}, in place of ` +
        `${simulatedShare(shown.adopted.share)} with them left out.`;
}

/** What one switch changes. */
export function sensitivityPart(
  switches: readonly Switch[],
  shown: Simulation,
): { readonly section: Section; readonly finding: Finding } {
  const rows = switches.map(({ what, to, run, refused }): Row => ({
    switch: what,
    to,
    adopted: run?.adopted.share ?? null,
    adopted_change: run === null ? null : run.adopted.share - shown.adopted.share,
    adopted_mc: run?.adopted.monteCarlo ?? null,
    came: run?.came.share ?? null,
    came_change: run === null ? null : run.came.share - shown.came.share,
    came_mc: run?.came.monteCarlo ?? null,
    refused,
  }));
  const closed = switches.filter(({ refused }) => refused !== null);
  const most = largestChange(
    switches.filter(({ what }) => what !== "rule" && what !== "members not seen"),
    shown,
  );
  const rule = largestChange(
    switches.filter(({ what }) => what === "rule"),
    shown,
  );
  return {
    section: {
      id: "sensitivity",
      title: "One switch at a time",
      text: [
        "Everything else as it was, the same seed. A switch whose path is closed says which article " +
          "or fact closes it. Members not seen: those that no source shows in a case are left out of the " +
          "estimates; here the models are fitted anew with them counted as acquiescing (in favour " +
          "without means) or as abstaining, which does not stop a consensus. Members' stances, turned one " +
          "at a time, stand in the table of members.",
      ],
      findings: ["sensitivity"],
      address: null,
      columns: [
        { name: "switch", label: "Switch" },
        { name: "to", label: "To" },
        { name: "adopted", label: "Decision", digits: 4 },
        { name: "adopted_change", label: "Change", digits: 4 },
        { name: "adopted_mc", label: "Monte Carlo error", digits: 4 },
        { name: "came", label: "Comes", digits: 4 },
        { name: "came_change", label: "Change", digits: 4 },
        { name: "came_mc", label: "Monte Carlo error", digits: 4 },
        { name: "refused", label: "Closed because" },
      ],
      rows,
      figure: null,
    },
    finding: {
      id: "sensitivity",
      text:
        (most === null
          ? "No single switch of threat, place, parties or caller moves the decision beyond the " +
            "simulation's noise."
          : `The switch that moves the decision most is ${most.what} to ${most.to}: ` +
            `${simulatedShare(most.share)} in place of ${simulatedShare(shown.adopted.share)}; the interval of the ` +
            "model's parameters is wider than most such changes.") +
        (rule === null
          ? " No other rule of decision would change it."
          : ` Of the rules of decision, ${ruleName(rule.to as DecisionRule)} would change it most, to ` +
            `${simulatedShare(rule.share)}.`) +
        unseenText(switches, shown) +
        (closed.length === 0
          ? ""
          : ` Closed paths: ${listed(closed.map(({ what, to }) => `${what} ${to}`))}.`),
      value: most === null ? null : most.share - shown.adopted.share,
      ...WITHOUT_INTERVAL,
      n: shown.calls,
      comparison: "the same call without the switch",
      method: "Simulation",
      evidence: [],
    },
  };
}
