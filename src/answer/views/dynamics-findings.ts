import { CODING_TEXT } from "../../measures/responsiveness/answer-coding.ts";
import type { BatchEstimate } from "../../scenario/dynamics/batch-estimate.ts";
import { FOLLOWED_YEARS } from "../../scenario/dynamics/exits-after-calls.ts";
import type { Finding } from "../answer.ts";
import { counted, fixed, listed, percent, withInterval } from "../text.ts";
import { WITHOUT_INTERVAL } from "../without-interval.ts";
import type { DynamicsRun, RuleOutcome } from "./dynamics-run.ts";
import { ruleName } from "./power-rules.ts";

const spanOf = ({ value, lower, upper }: BatchEstimate, digits = 2): string =>
  withInterval(value, lower, upper, digits);

const errorOf = ({ error }: BatchEstimate, digits = 3): string =>
  `Monte Carlo error ${fixed(error, digits)}`;

const bounds = (estimate: BatchEstimate, level: number) => ({
  value: estimate.value,
  lower: estimate.lower,
  upper: estimate.upper,
  level,
});

function callsFinding(run: DynamicsRun): Finding {
  const { organisation, fit, place, query, calls, base } = run;
  const own = fit.calls.groups[place]!;
  const years = fit.calls.groups.reduce((sum, { exposure }) => sum + exposure, 0);
  const all = fit.recorded.length;
  return {
    id: "calls",
    text:
      `${organisation.short}: ${counted(own.count, "recorded call")} in ` +
      `${fixed(own.exposure, 1)} years. The next ${counted(query.years, "year")} bring ` +
      `${spanOf(calls, 1)} recorded calls on average, and by chance ${fixed(calls.least!, 0)} to ` +
      `${fixed(calls.most!, 0)} in a single future (${errorOf(calls)}).`,
    ...bounds(calls, query.level),
    n: own.count,
    comparison:
      `the class: ${counted(all, "call")} in ${fixed(years, 0)} organisation-years, ` +
      `${fixed((all / years) * query.years, 1)} in ${counted(query.years, "year")}`,
    method: "Rates of calls and exits",
    evidence: [base, `/cases?organisation=${organisation.id}`],
  };
}

function answeredFinding(run: DynamicsRun): readonly Finding[] {
  const { organisation, fit, place, query, actual, rules, base } = run;
  const own = rules.find(({ rule }) => rule === actual)?.answered ?? null;
  if (own === null) return [];
  const { successes, trials } = fit.answers.groups[place]!;
  const all = fit.answers.groups.reduce((sum, group) => sum + group.trials, 0);
  const answered = fit.answers.groups.reduce((sum, group) => sum + group.successes, 0);
  const rule = actual === null ? "its own rule" : ruleName(actual);
  return [
    {
      id: "answered",
      text:
        `${organisation.short}: ${successes} of ${counted(trials, "recorded call")} answered ` +
        `(${CODING_TEXT[query.coding]}). Simulated under ${rule}: ${spanOf(own)} of the calls ` +
        `(${errorOf(own)}); by definition the record's rate, drawn towards the class.`,
      ...bounds(own, query.level),
      n: trials,
      comparison: `the class: ${answered} of ${all}`,
      method: "Answered calls",
      evidence: [base],
    },
  ];
}

function differenceFinding(run: DynamicsRun, outcome: RuleOutcome): readonly Finding[] {
  const { organisation, query, actual, fit, base } = run;
  const { rule, answered, difference, precedents, own } = outcome;
  if (rule === null || actual === null || answered === null || difference === null) return [];
  const known = difference.lower > 0 || difference.upper < 0;
  const precedent =
    precedents === 0
      ? "No precedent: no recorded call of the class was decided by it."
      : `${counted(precedents, "recorded call")} of the class, ${own} of them here, were decided ` +
        `by it${own === 0 ? ": an extrapolation" : ""}.`;
  return [
    {
      id: `rule-${rule}`,
      text:
        `${organisation.short} under ${ruleName(rule)} in place of ${ruleName(actual)}, the ` +
        `same calls, ballots and chances: ${spanOf(answered)} answered, a difference of ` +
        `${spanOf(difference, 3)} (${errorOf(difference, 4)}). ` +
        (known ? "" : "The interval does not exclude no difference. ") +
        precedent,
      ...bounds(difference, query.level),
      n: fit.recorded.filter(({ seen }) => seen.length > 0).length,
      comparison: `0: ${ruleName(actual)}, the rule in force`,
      method: "Other rules of decision",
      evidence: [base, `/alliances/${organisation.id}/power`],
    },
  ];
}

function membersFinding(run: DynamicsRun): Finding {
  const { organisation, fit, place, query, remaining, lost, base } = run;
  const { leavers, memberYears, members } = fit.histories[place]!;
  const last = remaining.at(-1)!;
  const left = leavers.reduce((sum, size) => sum + size, 0);
  const exits = fit.leavers.reduce((sum, size) => sum + size, 0);
  const all = fit.histories.reduce((sum, one) => sum + one.memberYears, 0);
  return {
    id: "members",
    text:
      `${organisation.short}: ${counted(left, "recorded exit")} on ` +
      `${counted(leavers.length, "day")} in ${fixed(memberYears, 0)} member-years. After ` +
      `${counted(query.years, "year")} ${spanOf(last)} of its ${counted(members.length, "member")} ` +
      `are left on average (${errorOf(last)}); a single future loses ` +
      `${fixed(lost.least!, 0)} to ${fixed(lost.most!, 0)}.`,
    ...bounds(last, query.level),
    n: left,
    comparison:
      `the class: ${counted(exits, "exit")} in ${fixed(all, 0)} member-years, ` +
      `${fixed(Math.exp((-exits / all) * query.years))} left after ` +
      `${counted(query.years, "year")} at that rate`,
    method: "Rates of calls and exits",
    evidence: [base, `/alliances/${organisation.id}/durability`],
  };
}

function afterFinding({ after, query, base }: DynamicsRun): Finding {
  const { answered, unanswered, ratio, withheld } = after;
  const named = unanswered.left.length === 0 ? "" : `: ${listed(unanswered.left)}`;
  const limits =
    ratio === null
      ? ""
      : ` Ratio of the rates ${fixed(ratio.lower, 1)} to ` +
        `${ratio.upper === null ? "without end" : fixed(ratio.upper, 1)} ` +
        `(exact ${Math.round(query.level * 100)} %).`;
  return {
    id: "exits-after-calls",
    text:
      `Members that called and left within ${FOLLOWED_YEARS} years: ${answered.exits} after ` +
      `${counted(answered.callers, "answered call")}, ${unanswered.exits} after ` +
      `${counted(unanswered.callers, "unanswered call")}${named}.${limits} ` +
      (withheld === null
        ? "The simulation leaves the rate of exit as it is all the same: "
        : `${withheld}: the rate of exit is left as it is, and `) +
      "no rule of decision moves survival in this simulation. The record has no precedent for " +
      "more.",
    value: unanswered.exits,
    ...WITHOUT_INTERVAL,
    n: answered.callers + unanswered.callers,
    comparison: `callers after answered calls: ${answered.exits} of ${answered.callers}`,
    method: "Rates of calls and exits",
    evidence: [base, "/cases"],
  };
}

function replayFinding({ carried, fit, base }: DynamicsRun): Finding {
  const { passed, passedAnswered, stopped, stoppedAnswered } = carried;
  const used = fit.recorded.filter(({ seen }) => seen.length > 0).length;
  return {
    id: "carried-out",
    text:
      "Recorded calls run through their own organisation's rule, members not seen drawn: " +
      `${fixed(passed, 1)} let through on average, ${fixed(passedAnswered, 1)} of them answered; ` +
      `${fixed(stopped, 1)} stopped, ${fixed(stoppedAnswered, 1)} of them answered all the same. ` +
      "A rule moves answers only as far as these two differ.",
    value: stopped === 0 ? null : stoppedAnswered / stopped,
    ...WITHOUT_INTERVAL,
    n: used,
    comparison:
      passed === 0 ? null : `calls let through: ${percent(passedAnswered / passed)} answered`,
    method: "Other rules of decision",
    evidence: [base, "/cases"],
  };
}

/** What is said of the years to come, after how the past was predicted. */
export function dynamicsFindings(run: DynamicsRun): readonly Finding[] {
  const asked = run.rules.filter(({ rule }) => [null, rule].includes(run.query.rule));
  return [
    callsFinding(run),
    ...answeredFinding(run),
    ...asked.flatMap((outcome) => differenceFinding(run, outcome)),
    ...(run.actual === null ? [] : [replayFinding(run)]),
    membersFinding(run),
    afterFinding(run),
  ];
}
