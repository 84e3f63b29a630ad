import { dayOf } from "../../dates/day-of.ts";
import { parseEventDate } from "../../dates/parse-event-date.ts";
import { banzhaf } from "../../measures/influence/banzhaf.ts";
import { blockingPower } from "../../measures/influence/blocking-power.ts";
import { gameOfRule } from "../../measures/influence/game-of-rule.ts";
import { shapleyShubik } from "../../measures/influence/shapley-shubik.ts";
import { isCountedRule, threeWayPower } from "../../measures/influence/three-way-power.ts";
import type { DecisionRule, Organisation } from "../../record/organisation.ts";
import type { CasusRecord } from "../../record/record.ts";
import { provisionsOn } from "../../treaty/provisions-on.ts";
import type { Column, Row } from "../answer.ts";

/** A rule that holds on a day, and where it stands. */
export interface RuleOnDay {
  readonly rule: DecisionRule;
  /** True for the rule that the organisation's own file names first. */
  readonly main: boolean;
  readonly organs: readonly string[];
  readonly articles: readonly string[];
}

/** A rule in words. */
export function ruleName(rule: DecisionRule): string {
  return rule === "consensus-minus-abstainers"
    ? "consensus without those that abstain"
    : rule.replaceAll("-", " ");
}

/** What a rule gives each of so many members with one vote each. */
export interface EqualPower {
  readonly quota: number;
  readonly banzhaf: number;
  readonly share: number;
  readonly shapleyShubik: number;
  readonly prevent: number;
  readonly initiate: number;
  readonly veto: boolean;
  readonly leastBlocking: number;
  readonly toAct: number;
  readonly stop: number;
  readonly stopByAbstaining: number;
  readonly bindsAbstainers: boolean;
}

/** The last day on which an organisation stood, or the day given. */
export function dayAsked(
  organisation: Organisation,
  asked: string | null,
  last: string,
): string {
  if (asked !== null) return asked;
  if (organisation.ended === null || dayOf(organisation.ended.date) > last) return last;
  const before = Date.parse(`${dayOf(organisation.ended.date)}T00:00:00Z`) - 86_400_000;
  return new Date(before).toISOString().slice(0, 10);
}

/** Every rule that the organisation's file, its organs and its treaties in force name on a day. */
export function rulesOn(
  record: CasusRecord,
  organisation: Organisation,
  at: string,
): readonly RuleOnDay[] {
  const date = parseEventDate(at);
  const organs = record.organs.filter(
    ({ organisation: id, from, to }) =>
      id === organisation.id &&
      from.earliest <= date.earliest &&
      (to === null || date.earliest < to.earliest),
  );
  const provisions = record.treaties
    .filter((treaty) => treaty.organisation === organisation.id)
    .flatMap((treaty) =>
      provisionsOn(treaty, date).map(({ provision }) => ({ treaty: treaty.id, provision })),
    );
  const named = [
    organisation.decisionRule,
    ...organs.map(({ rule }) => rule),
    ...provisions.map(({ provision }) => provision.decides?.rule ?? "none"),
  ].filter((rule) => rule !== "none");
  return [...new Set(named)].map((rule) => ({
    rule,
    main: rule === organisation.decisionRule,
    organs: organs
      .filter((organ) => organ.rule === rule)
      .map(({ name, sits }) => `${name} (${sits})`),
    articles: provisions
      .filter(({ provision }) => provision.decides?.rule === rule)
      .map(({ treaty, provision }) => `${treaty} ${provision.article}`),
  }));
}

/** What a rule gives each member; null for a rule that is no count of members. */
export function equalPower(rule: DecisionRule, members: number): EqualPower | null {
  const game = members === 0 ? null : gameOfRule(rule, members);
  if (game === null || !isCountedRule(rule)) return null;
  const blocking = blockingPower(game)!;
  const { absolute, normalised } = banzhaf(game);
  return {
    quota: game.rules[0]!.quota,
    banzhaf: absolute[0]!,
    share: normalised[0]!,
    shapleyShubik: shapleyShubik(game)[0]!,
    prevent: blocking.prevent[0]!,
    initiate: blocking.initiate[0]!,
    veto: blocking.veto[0]!,
    leastBlocking: blocking.leastBlocking,
    toAct: blocking.toAct,
    ...threeWayPower(rule, members),
  };
}

/** The columns of what a rule gives. */
export const POWER_FIELDS: readonly Column[] = [
  {
    name: "quota",
    label: "In favour needed",
    note: "members, where each is for or against; empty: the rule is no count of members",
  },
  {
    name: "banzhaf",
    label: "Banzhaf",
    digits: 12,
    note: "share of the others' votes, for or against, on which the member decides",
  },
  { name: "banzhaf_share", label: "Banzhaf, share", digits: 6, note: "adds up to 1" },
  { name: "shapley_shubik", label: "Shapley-Shubik", digits: 6, note: "adds up to 1" },
  {
    name: "prevent",
    label: "Power to prevent",
    digits: 6,
    note: "share of the decisions in favour that fall without the member (Coleman)",
  },
  {
    name: "initiate",
    label: "Power to initiate",
    digits: 12,
    note: "share of the failures that the member's support would turn (Coleman)",
  },
  { name: "veto", label: "Veto", note: "whether the member alone can block" },
  {
    name: "stop",
    label: "Stops by objecting",
    digits: 6,
    note:
      "chance that turning from in favour to against stops a decision, the others for, " +
      "abstaining or against alike",
  },
  {
    name: "stop_by_abstaining",
    label: "Stops by abstaining",
    digits: 12,
    note: "the same for turning from in favour to abstaining",
  },
];

/** The cells of what a rule gives; empty for a rule that is no count of members. */
export function powerCells(power: EqualPower | null): Row {
  return {
    quota: power?.quota ?? null,
    banzhaf: power?.banzhaf ?? null,
    banzhaf_share: power?.share ?? null,
    shapley_shubik: power?.shapleyShubik ?? null,
    prevent: power?.prevent ?? null,
    initiate: power?.initiate ?? null,
    veto: power?.veto ?? null,
    stop: power?.stop ?? null,
    stop_by_abstaining: power?.stopByAbstaining ?? null,
  };
}
