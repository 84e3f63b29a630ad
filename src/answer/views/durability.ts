import { expectedExits } from "../../measures/durability/expected-exits.ts";
import {
  membershipSpells,
  organisationSpells,
  type Spell,
} from "../../measures/durability/membership-spells.ts";
import { FEWEST_EXITS, type Rate, rateBeyond } from "../../measures/durability/spell-rates.ts";
import type { Finding, MethodNote, Row } from "../answer.ts";
import { organisationBody } from "../body.ts";
import { headOf } from "../head-of.ts";
import { organisationOf } from "../lookup.ts";
import { counted, fixed, percent, withInterval } from "../text.ts";
import type { View, ViewContext } from "../view.ts";
import { WITHOUT_INTERVAL } from "../without-interval.ts";
import { organisationSources } from "./alliance.ts";
import { durabilityOutlook } from "./durability-outlook.ts";
import {
  curveSection,
  organisationsSection,
  type SpellCurves,
  spellCurves,
} from "./durability-sections.ts";

const HORIZONS = [1, 5, 10] as const;

/** Years after entry at which the exits of the class are stated. */
const STATED_YEARS = 20;

const METHOD: readonly MethodNote[] = [
  {
    name: "Competing ends of memberships",
    text:
      "Cumulative incidence of exit, of the organisation's end and of the state's end by years " +
      "since entry, each an end and none a censoring of the others; memberships going on are " +
      "censored on the day of the answer. Error by the infinitesimal jackknife over " +
      "organisations, limits on the log-log scale.",
    reference: "Aalen and Johansen 1978; Therneau and Grambsch 2000",
  },
  {
    name: "Product-limit estimate",
    text: "The share that lasts longer, over ended and going on, with log-log limits.",
    reference: "Kaplan and Meier 1958, doi:10.1080/01621459.1958.10501452",
  },
  {
    name: "Exits beside the class's rates",
    text:
      "The exits that the organisation's memberships would have seen at each age at the rates of " +
      "the whole class, and the ratio of those seen to them; its limits are exact given the " +
      "exits of the class, and too narrow where members left together.",
    reference: "Mantel 1966; Clopper and Pearson 1934, doi:10.1093/biomet/26.4.404",
  },
];

const COLUMNS = [
  { name: "state", label: "State" },
  { name: "name", label: "Name" },
  { name: "from", label: "From" },
  { name: "to", label: "To", note: "empty: a member on the day of the answer" },
  {
    name: "end",
    label: "End",
    note: "exit, dissolution of the organisation, or end of the state",
  },
  { name: "years", label: "Years", digits: 1 },
  {
    name: "lasting_longer",
    label: "Share of memberships that last longer",
    digits: 4,
    note: "of the class, whatever the end",
  },
  ...HORIZONS.flatMap((years) => [
    {
      name: `exit_${years}`,
      label: `Exit within ${years} y`,
      digits: 4,
      note: "rate of the class among memberships of this age; empty: withheld, or ended",
    },
    { name: `exit_${years}_lower`, label: "Lower", digits: 4 },
    { name: `exit_${years}_upper`, label: "Upper", digits: 4 },
  ]),
  { name: "withheld", label: "Withheld", note: "why there is no rate at ten years" },
];

function spellRow(
  { record }: ViewContext,
  spell: Spell,
  all: SpellCurves,
  rate: (reached: number, horizon: number) => Rate,
): Row {
  const rates = HORIZONS.map((years) => (spell.end === null ? rate(spell.years, years) : null));
  return {
    state: spell.state!,
    name: record.states.name(spell.state!, spell.from),
    from: spell.from,
    to: spell.to,
    end: spell.end,
    years: spell.years,
    lasting_longer: all.lasting(spell.years).share,
    ...Object.fromEntries(
      rates.flatMap((one, k) => [
        [`exit_${HORIZONS[k]}`, one?.value ?? null],
        [`exit_${HORIZONS[k]}_lower`, one?.lower ?? null],
        [`exit_${HORIZONS[k]}_upper`, one?.upper ?? null],
      ]),
    ),
    withheld: rates.at(-1)?.withheld ?? null,
  };
}

interface Frame {
  readonly short: string;
  readonly id: string;
  readonly base: string;
  readonly at: string;
  readonly level: number;
  readonly own: readonly Spell[];
  readonly all: SpellCurves;
  readonly lives: SpellCurves;
}

const endsOf = (spells: readonly Spell[], end: Spell["end"]): number =>
  spells.filter((spell) => spell.end === end).length;

function endsText(spells: readonly Spell[]): string {
  return (
    `${endsOf(spells, "exit")} ended by exit, ${endsOf(spells, "dissolution")} with the ` +
    `organisation, ${endsOf(spells, "state-ended")} with the state; ` +
    `${endsOf(spells, null)} are going on`
  );
}

function ownFinding({ short, base, at, own }: Frame): Finding {
  const exits = endsOf(own, "exit");
  const short10 =
    exits < FEWEST_EXITS
      ? ` Below ${FEWEST_EXITS} recorded exits no predictive rate of its own is printed.`
      : "";
  return {
    id: "memberships",
    text:
      `${short}, seen on ${at}: ${counted(own.length, "membership")}; ` +
      `${endsText(own)}.${short10}`,
    value: exits,
    ...WITHOUT_INTERVAL,
    n: own.length,
    comparison: null,
    method: "Competing ends of memberships",
    evidence: [base],
  };
}

function classFinding({ base, all, level }: Frame): Finding {
  const step = all.ended("exit", STATED_YEARS);
  const followed = all.spells.filter(({ years }) => years >= STATED_YEARS).length;
  const value = step?.incidence ?? 0;
  return {
    id: "class-exits",
    text:
      `Of ${counted(all.spells.length, "membership")} of the class, ` +
      `${endsText(all.spells)}. Within ` +
      `${STATED_YEARS} years of entry a share of ` +
      `${withInterval(value, step?.lower ?? null, step?.upper ?? null)} had ended by exit; ` +
      `${followed} were followed so long.`,
    value,
    lower: step?.lower ?? null,
    upper: step?.upper ?? null,
    level: step?.lower == null ? null : level,
    n: all.spells.length,
    comparison: null,
    method: "Competing ends of memberships",
    evidence: [base],
  };
}

function expectedFinding({ short, id, base, all, level }: Frame): readonly Finding[] {
  const found = expectedExits(all.spells, id, level);
  if (found === null || found.ratio === null) return [];
  const { observed, expected, ratio, lower, upper } = found;
  const one = lower !== null && upper !== null && lower <= 1 && upper >= 1;
  return [
    {
      id: "expected-exits",
      text:
        `${short}: ${counted(observed, "exit")}` +
        `${observed === 0 ? "" : ` on ${counted(found.days, "day")}`}, where the ` +
        `class's rates at its members' ages would have brought ${fixed(expected, 1)}: ` +
        `ratio ${withInterval(ratio, lower, upper)}.` +
        (one ? " The interval does not exclude the class's own rate." : "") +
        (found.days < observed
          ? " Members that left on one day are not independent: the interval is too narrow."
          : ""),
      value: ratio,
      lower,
      upper,
      level,
      n: found.all,
      comparison: "1: the rates of the class, this organisation included",
      method: "Exits beside the class's rates",
      evidence: [base],
    },
  ];
}

function ageFinding({ short, id, base, lives, level }: Frame): readonly Finding[] {
  const life = lives.spells.find(({ organisation }) => organisation === id);
  if (life === undefined) return [];
  const ended = lives.spells.length - endsOf(lives.spells, null);
  const { share, lower, upper } = lives.lasting(life.years);
  const verb = life.end === null ? "has lasted" : "lasted";
  return [
    {
      id: "organisation-age",
      text:
        `${short} ${verb} ${fixed(life.years, 1)} years from its founding. Of the ` +
        `${counted(lives.spells.length, "organisation")} of the class ${ended} ended; the share ` +
        `that lasts longer is ${withInterval(share, lower, upper)}.` +
        (ended < FEWEST_EXITS
          ? ` Below ${FEWEST_EXITS} recorded ends no rate of dissolution is printed.`
          : ""),
      value: share,
      lower,
      upper,
      level: lower === null ? null : level,
      n: lives.spells.length,
      comparison: "the lives of the organisations of the class",
      method: "Product-limit estimate",
      evidence: [base],
    },
  ];
}

function ratesFinding(
  { short, base, own, level }: Frame,
  rows: readonly Row[],
): readonly Finding[] {
  const living = endsOf(own, null);
  if (living === 0) return [];
  const rated = rows.filter((row) => typeof row["exit_10"] === "number");
  const values = rated.map((row) => row["exit_10"] as number);
  const range =
    values.length === 0
      ? "for none of them has the class ten recorded exits in the ten years beyond its age, and " +
        "no predictive rate is printed"
      : `for ${rated.length} of them the class gives a rate of exit within ten years: ` +
        `${percent(Math.min(...values))} to ${percent(Math.max(...values))}`;
  const single = rated.length === 1 ? rated[0]! : null;
  return [
    {
      id: "class-rates",
      text:
        `${short} has ${counted(living, "membership")} going on; ${range}. Such a rate is of the ` +
        "class and of its past: it knows the age of a membership and nothing else of the member.",
      value: single === null ? null : (single["exit_10"] as number),
      lower: single === null ? null : (single["exit_10_lower"] as number | null),
      upper: single === null ? null : (single["exit_10_upper"] as number | null),
      level: single === null ? null : level,
      n: living,
      comparison: null,
      method: "Competing ends of memberships",
      evidence: [base],
    },
  ];
}

/** `/alliances/{id}/durability`: how long memberships and organisations last. */
export const allianceDurabilityView: View = {
  path: "/alliances/{id}/durability",
  describe:
    "how long memberships and organisations last: exits, dissolutions and ends of states told " +
    "apart, and where this organisation stands",
  example: "/alliances/csto/durability",
  parameters: ["at", "level"],
  canonical: (record, { id = "" }) => ({ id: organisationOf(record, id).id }),
  compute: async (context) => {
    const { record, path, query } = context;
    const body = organisationBody(record, path["id"] ?? "");
    const organisation = body.organisation!;
    const title = `Durability of ${organisation.short}`;
    context.partial?.(headOf(title));
    const base = `${body.base}/durability`;
    const at = query.at ?? record.votes.rollCalls.at(-1)?.date ?? "";
    const peers = record.organisations.filter(
      ({ id, kind }) => kind === "alliance" || id === organisation.id,
    );
    const spells = membershipSpells(peers, at);
    const own = spells.filter((spell) => spell.organisation === organisation.id);
    const covers = { from: spells.map(({ from }) => from).sort()[0] ?? at, to: at };
    const shared = {
      title,
      columns: COLUMNS,
      method: METHOD,
      sources: peers.flatMap(organisationSources),
      covers,
    };
    if (own.length === 0) {
      return {
        ...shared,
        rows: [],
        caveats: [`${organisation.short} had no member before ${at}.`],
      };
    }
    const all = spellCurves(spells, query.level);
    const lives = spellCurves(organisationSpells(peers, at), query.level);
    const rate = rateBeyond(spells, "exit", query.level);
    const rows = own.map((spell) => spellRow(context, spell, all, rate));
    const frame: Frame = {
      short: organisation.short,
      id: organisation.id,
      base,
      at,
      level: query.level,
      own,
      all,
      lives,
    };
    const life = lives.spells.find((spell) => spell.organisation === organisation.id);
    const ahead = await durabilityOutlook(context, { organisation, peers, spells, at, base });
    return {
      ...shared,
      method: [...METHOD, ...ahead.method],
      sources: [...shared.sources, ...ahead.sources],
      summary: {
        at,
        years: life?.years ?? null,
        ended: life?.to ?? null,
        memberships: own.length,
        going_on: endsOf(own, null),
        exits: endsOf(own, "exit"),
        dissolutions: endsOf(own, "dissolution"),
        state_ended: endsOf(own, "state-ended"),
        class_organisations: peers.length,
        class_memberships: spells.length,
        class_exits: endsOf(spells, "exit"),
        ...ahead.summary,
      },
      rows,
      sections: [
        ...ahead.sections,
        curveSection(base, [
          ["the class", all],
          [organisation.short, spellCurves(own, query.level)],
        ]),
        organisationsSection(base, peers, lives, spells),
      ],
      findings: [
        ...ahead.findings,
        ownFinding(frame),
        classFinding(frame),
        ...expectedFinding(frame),
        ...ageFinding(frame),
        ...ratesFinding(frame, rows),
      ],
      figure: {
        kind: "spans",
        title: `Memberships of ${organisation.short}`,
        label: "name",
        from: "from",
        to: "to",
      },
      caveats: [
        "The class is the alliances of this record" +
          (organisation.kind === "alliance" ? "" : ` and ${organisation.short}`) +
          ", chosen for study and not drawn from all alliances: its rates are not those of " +
          "alliances at large.",
        "Only legal ends count. An alliance can be whole in law and dormant, and a member can " +
          `stay away without leaving: see ${body.base}/vitality.`,
        "An exit is dated by the act that the membership's row names, which may lie a year or " +
          "two after the decision to leave.",
      ],
    };
  },
};
