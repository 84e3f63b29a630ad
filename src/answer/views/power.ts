import { dayOf } from "../../dates/day-of.ts";
import { isCountedRule } from "../../measures/influence/three-way-power.ts";
import { membershipsOn } from "../../record/membership.ts";
import type { CasusRecord } from "../../record/record.ts";
import type { Finding, MethodNote, Row, Section } from "../answer.ts";
import { type Body, organisationBody } from "../body.ts";
import { organisationOf } from "../lookup.ts";
import { VOTE_SOURCES } from "../shared-notes.ts";
import { counted, listed, percent } from "../text.ts";
import type { View } from "../view.ts";
import { organisationSources } from "./alliance.ts";
import { treatySources } from "./case-text.ts";
import { filteredPositionsOf } from "../filtered-positions.ts";
import { conductPower } from "./power-conduct.ts";
import { POSITIONS_METHOD, positionPower } from "./power-positions.ts";
import {
  dayAsked,
  type EqualPower,
  equalPower,
  POWER_FIELDS,
  powerCells,
  ruleName,
  type RuleOnDay,
  rulesOn,
} from "./power-rules.ts";

const NO_INTERVAL = { lower: null, upper: null, level: null };

const METHOD: readonly MethodNote[] = [
  {
    name: "Power by the rule",
    text:
      "Banzhaf: the share of the others' votes, each for or against with equal chance, on which " +
      "a member decides; divided by the sum over the members for the share. Shapley-Shubik: the " +
      "share of the orders of the members in which it is the one that makes the decision. " +
      "Counted exactly in whole numbers. Power a priori: it knows the rule and nothing of " +
      "positions, money or force.",
    reference:
      "Penrose 1946, doi:10.2307/2981392; Shapley and Shubik 1954, doi:10.2307/1951053; Dubey " +
      "and Shapley 1979, doi:10.1287/moor.4.2.99",
  },
  {
    name: "Power to stop with abstention",
    text:
      "The others each in favour, abstaining or against with equal chance: how often turning " +
      "from in favour to against, or to abstaining, makes a decision fail. It tells consensus, " +
      "which an abstention lets pass, from unanimity, which it stops.",
    reference: "Felsenthal and Machover 1997, International Journal of Game Theory 26",
  },
  {
    name: "Rule replayed over Assembly votes",
    text:
      "The rule of the day asked for, run over the members' votes on each roll call: it fails on " +
      "one member alone where it fails, would not had that member been in favour, and nobody " +
      "else could have turned it. Absence is neither. The interval resamples families of " +
      "repeated resolutions.",
    reference: "Field and Welsh 2007, doi:10.1111/j.1467-9868.2007.00593.x",
  },
];

const smallShare = (share: number): string =>
  share > 0 && share < 0.001 ? "below 0.1 %" : percent(share);

function symmetryFinding(
  body: Body,
  rule: RuleOnDay,
  power: EqualPower,
  { at, members, largest }: { at: string; members: number; largest: string | null },
): Finding {
  const whom = largest === null ? "" : `, ${largest} included`;
  return {
    id: `symmetry-${rule.rule}`,
    text:
      `${body.short}, ${at}, ${ruleName(rule.rule)} among ` +
      `${counted(members, "member")} with one vote each: ` +
      `every member has ${(power.share * 100).toFixed(1)} % of the power by either index${whom}; ` +
      "all are equal by symmetry. " +
      (power.veto
        ? "Each alone can block. "
        : `${counted(power.leastBlocking, "member")} together can block, none alone. `) +
      "The rule makes nobody dominant; dominance must be sought in conduct.",
    value: power.share,
    ...NO_INTERVAL,
    n: members,
    comparison: `equal shares: 1 of ${members}`,
    method: "Power by the rule",
    evidence: [`${body.base}/power`, `${body.base}/dominance`, `${body.base}/influence`],
  };
}

function abstentionFinding(body: Body, rule: RuleOnDay, power: EqualPower): Finding {
  const binds = power.bindsAbstainers
    ? "A decision binds the members that abstained."
    : "A decision does not bind the members that abstained: each can stay out without stopping " +
      "the others.";
  return {
    id: `abstention-${rule.rule}`,
    text:
      `Where abstention is open, turning from in favour to against stops ` +
      `${smallShare(power.stop)} of the decisions by ${ruleName(rule.rule)}, turning to ` +
      "abstaining " +
      `${smallShare(power.stopByAbstaining)}. ${binds}`,
    value: power.stop,
    ...NO_INTERVAL,
    n: null,
    comparison: null,
    method: "Power to stop with abstention",
    evidence: [`${body.base}/power`],
  };
}

function rulesSection(rules: readonly RuleOnDay[], members: number, base: string): Section {
  return {
    id: "rules",
    title: "Rules that hold on the day",
    text: [
      "From the organisation's file, its organs and its treaties in force on the day. Indices " +
        "take every member to sit in the organ with one vote; an organ that not all members sit " +
        "in, or from whose vote a party is left out, gives its members more and the others none.",
      "A rule by which each acts for itself decides nothing for others, and a mixed or weighted " +
        "one is no single count of members: no index is given.",
    ],
    findings: [],
    address: base,
    columns: [
      { name: "rule", label: "Rule" },
      { name: "main", label: "Named first in the organisation's file" },
      { name: "organs", label: "Organs" },
      { name: "articles", label: "Articles" },
      ...POWER_FIELDS,
      { name: "least_blocking", label: "Smallest blocking group" },
      {
        name: "to_act",
        label: "Power to act",
        digits: 12,
        note: "share of all votes that adopt",
      },
      { name: "binds_abstainers", label: "Binds abstainers" },
    ],
    rows: rules.map(({ rule, main, organs, articles }) => {
      const power = equalPower(rule, members);
      return {
        rule,
        main,
        organs: organs.join("; "),
        articles: articles.join("; "),
        ...powerCells(power),
        least_blocking: power?.leastBlocking ?? null,
        to_act: power?.toAct ?? null,
        binds_abstainers: power?.bindsAbstainers ?? null,
      };
    }),
    figure: null,
  };
}

/** Every organisation on the same day: what it has in common with the others. */
function classSection(record: CasusRecord, at: string, base: string): Section {
  const rows = record.organisations.flatMap((organisation): Row[] => {
    const members = membershipsOn(organisation, at).length;
    if (members === 0) return [];
    const rule = organisation.decisionRule;
    const power = equalPower(rule, members);
    return [
      {
        organisation: organisation.id,
        short: organisation.short,
        kind: organisation.kind,
        rule,
        members,
        ...powerCells(power),
        least_blocking: power?.leastBlocking ?? null,
      },
    ];
  });
  return {
    id: "all",
    title: "Every organisation of the record on the same day",
    text: [
      "By the rule that each organisation's file names first; empty where it is no count.",
    ],
    findings: [],
    address: base,
    columns: [
      { name: "organisation", label: "Id" },
      { name: "short", label: "Organisation" },
      { name: "kind", label: "Kind" },
      { name: "rule", label: "Rule" },
      { name: "members", label: "Members" },
      ...POWER_FIELDS,
      { name: "least_blocking", label: "Smallest blocking group" },
    ],
    rows,
    figure: null,
  };
}

/** `/alliances/{id}/power`: what the rule of decision gives each member on a day. */
export const alliancePowerView: View = {
  path: "/alliances/{id}/power",
  describe:
    "power indices of the members under the organisation's rules of decision on a day, given " +
    "positions too, and on whom alone the rule would have failed",
  example: "/alliances/csto/power",
  parameters: ["at", "from", "to", "topic", "level", "draws", "seed"],
  canonical: (record, { id = "" }) => ({ id: organisationOf(record, id).id }),
  compute: async (context) => {
    const { record, path, query } = context;
    const body = organisationBody(record, path["id"] ?? "");
    const organisation = body.organisation!;
    const base = `${body.base}/power`;
    const at = dayAsked(organisation, query.at, record.votes.rollCalls.at(-1)?.date ?? "");
    const members = body.membersOn(at).toSorted();
    const largest = body.largestOn(at)?.state ?? null;
    const rules = rulesOn(record, organisation, at);
    const powers = rules.flatMap((rule) => {
      const power = equalPower(rule.rule, members.length);
      return power === null ? [] : [{ rule, power }];
    });
    const main = powers.find(({ rule }) => rule.main) ?? powers[0] ?? null;
    const conduct =
      main !== null && isCountedRule(main.rule.rule)
        ? conductPower(context, body, main.rule.rule, at)
        : null;
    const given =
      main === null
        ? null
        : positionPower(context, body, await filteredPositionsOf(context), {
            rule: main.rule.rule,
            at,
          });
    const names = rules.map(({ rule }) => rule);
    const suspended = organisation.suspensions.filter(
      ({ from, to }) => dayOf(from) <= at && (to === null || at < dayOf(to)),
    );
    const treaties = record.treaties.filter(
      (treaty) => treaty.organisation === organisation.id,
    );
    return {
      title: `Power by the rules of ${organisation.short}`,
      summary: {
        at,
        members: members.length,
        rule: organisation.decisionRule,
        rules: names.join(" "),
        symmetric: powers.length > 0,
        ...powerCells(main?.power ?? null),
        least_blocking: main?.power.leastBlocking ?? null,
      },
      columns: [
        { name: "state", label: "State" },
        { name: "name", label: "Name" },
        { name: "largest", label: "Largest member" },
        { name: "rule", label: "Rule" },
        { name: "votes", label: "Votes" },
        ...POWER_FIELDS,
      ],
      rows: powers.flatMap(({ rule, power }) =>
        members.map((state) => ({
          state,
          name: record.states.name(state, at),
          largest: state === largest,
          rule: rule.rule,
          votes: 1,
          ...powerCells(power),
        })),
      ),
      sections: [
        rulesSection(rules, members.length, base),
        ...(given === null ? [] : [given.section]),
        ...(conduct === null ? [] : [conduct.section]),
        classSection(record, at, base),
      ],
      findings: [
        ...powers.flatMap(({ rule, power }) => [
          symmetryFinding(body, rule, power, {
            at,
            members: members.length,
            largest: largest === null ? null : record.states.name(largest, at),
          }),
          abstentionFinding(body, rule, power),
        ]),
        ...(given === null ? [] : [given.finding]),
        ...(conduct?.findings ?? []),
      ],
      figure: null,
      method: given === null ? METHOD : [...METHOD, ...POSITIONS_METHOD],
      sources: [
        ...organisationSources(organisation),
        ...treatySources(treaties),
        ...(conduct === null ? [] : VOTE_SOURCES),
        ...(given === null ? [] : ["bsv-2017"]),
      ],
      caveats: [
        ...(members.length === 0 ? [`${organisation.short} has no member on ${at}.`] : []),
        ...(members.length > 0 && powers.length === 0
          ? [
              `No rule of ${organisation.short} on ${at} is a count of members: no index is given.`,
            ]
          : []),
        ...(suspended.length === 0
          ? []
          : [
              `Suspended on ${at}, and counted as members with a vote: ` +
                `${listed(suspended.map(({ state }) => record.states.name(state, at)))}.`,
            ]),
        ...(organisation.decisionNote === null ? [] : [organisation.decisionNote]),
        "An index of a rule says nothing of who decides: a member may yield to force, money or " +
          "habit under a rule that makes it equal.",
      ],
      covers: { from: dayOf(organisation.founded.date), to: at },
    };
  },
};
