import { jeffreysInterval } from "../../measures/responsiveness/jeffreys-interval.ts";
import { COVARIATE_NAMES, COVARIATES, type CovariateName } from "../../scenario/covariates.ts";
import type { CallRun } from "../../scenario/run-call.ts";
import type { Simulation } from "../../scenario/simulate.ts";
import type { CasusRecord } from "../../record/record.ts";
import type { Column, Row, Section } from "../answer.ts";

const share = (name: string, label: string, note?: string): Column => ({
  name,
  label,
  digits: 4,
  ...(note === undefined ? {} : { note }),
});

/** The columns of the members that are asked. */
export const MEMBER_COLUMNS: readonly Column[] = [
  { name: "state", label: "State" },
  { name: "name", label: "Name" },
  { name: "largest", label: "Largest member" },
  { name: "votes", label: "Votes", note: "whether its vote counts in this decision" },
  { name: "held", label: "Held at", note: "a stance fixed by hand or by being the adversary" },
  share("in_favour", "In favour", "share of the simulated calls"),
  share("in_favour_lower", "Lower"),
  share("in_favour_upper", "Upper"),
  share("in_favour_mc", "Monte Carlo error"),
  share("contributed", "With means of its own"),
  share("contributed_lower", "Lower"),
  share("contributed_upper", "Upper"),
  share("contributed_mc", "Monte Carlo error"),
  share("supported", "In favour without"),
  share("abstained", "Abstaining"),
  share("dissented", "Objecting"),
  share("base_in_favour", "In favour, base rate", "the same by the base rate of all cases"),
  share("base_contributed", "With means, base rate"),
  share(
    "pivotal",
    "Decides alone",
    "share of the calls in which its yes or no turns the decision",
  ),
  share("blocks", "Blocks alone", "share of the failed calls that its yes would have carried"),
  share("adopted_if_yes", "Decision if it is in favour"),
  share("adopted_if_abstains", "If it abstains"),
  share("adopted_if_no", "If it objects"),
  share("came_if_contributes", "Comes if it contributes"),
  share("came_if_yes", "If it is in favour without means"),
  share("came_if_abstains", "If it abstains"),
  share("came_if_no", "If it objects"),
];

/** One row a member asked. */
export function memberRows(
  record: CasusRecord,
  run: CallRun,
  shown: Simulation,
): readonly Row[] {
  const { plan, base } = run;
  return shown.members.map((member, i) => ({
    state: member.state,
    name: record.states.name(member.state, plan.call.at),
    largest: member.state === plan.largest,
    votes: !plan.without.includes(member.state),
    held: member.held,
    in_favour: member.inFavour.share,
    in_favour_lower: member.inFavour.lower,
    in_favour_upper: member.inFavour.upper,
    in_favour_mc: member.inFavour.monteCarlo,
    contributed: member.contributed.share,
    contributed_lower: member.contributed.lower,
    contributed_upper: member.contributed.upper,
    contributed_mc: member.contributed.monteCarlo,
    supported: member.supported,
    abstained: member.abstained,
    dissented: member.dissented,
    base_in_favour: base.members[i]?.inFavour.share ?? null,
    base_contributed: base.members[i]?.contributed.share ?? null,
    pivotal: member.pivotal,
    blocks: member.blocks,
    adopted_if_yes: member.ifYes.adopted,
    adopted_if_abstains: member.ifAbstains.adopted,
    adopted_if_no: member.ifNo.adopted,
    came_if_contributes: member.ifContributes.came,
    came_if_yes: member.ifYes.came,
    came_if_abstains: member.ifAbstains.came,
    came_if_no: member.ifNo.came,
  }));
}

/** The steps of a call under the texts in force. */
export function planSection({ plan }: CallRun): Section {
  return {
    id: "plan",
    title: "The path of the call under the texts in force",
    text: [
      `Texts in force on ${plan.call.at}. A limit of time is the text's, or a reading of it that the ` +
        "record states; empty: none is named.",
      ...plan.assumptions,
    ],
    findings: ["plan"],
    address: `/treaties`,
    columns: [
      { name: "step", label: "Step" },
      { name: "stage", label: "Stage" },
      { name: "who", label: "Who" },
      { name: "what", label: "Does what" },
      { name: "articles", label: "Articles" },
      { name: "within", label: "Within", note: "ISO 8601 duration, or immediately" },
      { name: "reading", label: "Note" },
    ],
    rows: plan.steps.map(({ stage, who, what, articles, within, reading }, i) => ({
      step: i + 1,
      stage,
      who,
      what,
      articles: articles.join("; "),
      within,
      reading,
    })),
    figure: null,
  };
}

/** Every provision of help or consultation, and whether the call falls under it. */
export function routesSection({ plan }: CallRun): Section {
  return {
    id: "routes",
    title: "Provisions of help and consultation, open and closed",
    text: [
      "Each provision in force that day, with what stands against the call where it is closed.",
    ],
    findings: [],
    address: null,
    columns: [
      { name: "treaty", label: "Treaty" },
      { name: "article", label: "Article" },
      { name: "version", label: "Text of" },
      { name: "obligation", label: "Obligation" },
      { name: "open", label: "Open" },
      { name: "against", label: "What stands against it" },
      { name: "organ", label: "Who decides" },
      { name: "rule", label: "Rule" },
      { name: "text", label: "In short" },
    ],
    rows: plan.routes.map(({ treaty, provision, version, open, certain, against }) => ({
      treaty: treaty.id,
      article: provision.article,
      version,
      obligation: provision.obligation,
      open: open ? (certain ? "yes" : "undecidable") : "no",
      against: against.join("; "),
      organ: provision.decides?.organ ?? null,
      rule: provision.decides?.rule ?? null,
      text: provision.text,
    })),
    figure: null,
  };
}

/** The outcome under both models, and under bargaining where it is asked for. */
export function outcomeSection(run: CallRun, level: number, bargaining: boolean): Section {
  const models = [
    ["choice", run.choice],
    ["base-rate", run.base],
    ["bargaining", bargaining ? run.bargained().simulation : null],
  ] as const;
  return {
    id: "outcome",
    title: `The decision and what comes, by ${bargaining ? "each model" : "both models"}`,
    text: [
      "The interval is over draws of the model's parameters, the noise of the simulation taken out; " +
        "the Monte Carlo error is that of the simulation alone. Plain share: of the cases with members' " +
        "stances on record before the day, in how many it came so, with Jeffreys' interval.",
    ],
    findings: ["decision", "comes"],
    address: null,
    columns: [
      { name: "model", label: "Model" },
      { name: "outcome", label: "Outcome" },
      share("probability", "Share of calls"),
      share("lower", "Lower"),
      share("upper", "Upper"),
      share("monte_carlo", "Monte Carlo error"),
      { name: "calls", label: "Simulated calls" },
      { name: "draws", label: "Draws of the parameters" },
    ],
    rows: models
      .flatMap(([model, simulation]): Row[] =>
        simulation === null
          ? []
          : (["adopted", "came"] as const).map((outcome) => ({
              model,
              outcome,
              probability: simulation[outcome].share,
              lower: simulation[outcome].lower,
              upper: simulation[outcome].upper,
              monte_carlo: simulation[outcome].monteCarlo,
              calls: simulation.calls,
              draws: simulation.draws,
            })),
      )
      .concat(plainRows(run, level)),
    figure: null,
  };
}

/** The share of the cases on record in which it came so, whoever called and was asked. */
function plainRows({ plain }: CallRun, level: number): readonly Row[] {
  if (plain.of === 0) return [];
  return (["adopted", "came"] as const).map((outcome): Row => ({
    model: "plain share",
    outcome,
    probability: plain[outcome] / plain.of,
    ...jeffreysInterval(plain[outcome], plain.of, level),
    monte_carlo: null,
    calls: null,
    draws: null,
  }));
}

/** How many members have means of their own. */
export function contributorsSection(shown: Simulation, base: Simulation): Section {
  return {
    id: "contributors",
    title: "How many members have means of their own to send",
    text: ["Share of the simulated calls, whether or not the decision is taken."],
    findings: [],
    address: null,
    columns: [
      { name: "members", label: "Members" },
      share("probability", "Share of calls"),
      share("base_rate", "By the base rate"),
    ],
    rows: shown.contributors.map((probability, members) => ({
      members,
      probability,
      base_rate: base.contributors[members] ?? null,
    })),
    figure: null,
  };
}

/** Rows of a stage of the choice that have a covariate. */
function knownIn(
  { observations }: CallRun["models"],
  step: "favour" | "means",
  name: CovariateName,
): number {
  const at = COVARIATE_NAMES.indexOf(name);
  return observations.filter(
    ({ stance, covariates }) =>
      (stance === "contributed" ||
        stance === "supported" ||
        (step === "favour" && stance !== "not-seen")) &&
      (covariates[at] ?? null) !== null,
  ).length;
}

/** The parameters of one step of the choice. */
function stageRows(models: CallRun["models"], step: "favour" | "means"): readonly Row[] {
  const stage = models.choice?.[step];
  if (stage === undefined) return [];
  const { fit } = stage;
  const words = step === "favour" ? "in favour" : "with means of its own, of those in favour";
  return [
    {
      step: words,
      parameter: "intercept",
      value: fit.mode[0] ?? null,
      se: stage.error(0),
      known: fit.n,
      text: "at the mean of all covariates",
    },
    ...COVARIATE_NAMES.map((parameter): Row => {
      const k = fit.columns.findIndex(({ name }) => name === parameter);
      return {
        step: words,
        parameter,
        value: k < 0 ? null : (fit.mode[1 + k] ?? null),
        se: k < 0 ? null : stage.error(1 + k),
        known: knownIn(models, step, parameter),
        text: COVARIATES[parameter],
      };
    }),
    ...(["slope", "organisation", "case"] as const).map((scale) => ({
      step: words,
      parameter: `scale of ${scale}`,
      value: fit.scales[scale],
      se: null,
      known: null,
      text: "standard deviation of the prior, of largest marginal likelihood",
    })),
  ];
}

/** The coefficients of the choice model. */
export function modelSection({ models }: CallRun): Section {
  const { observations, cases, base } = models;
  const rows = [...stageRows(models, "favour"), ...stageRows(models, "means")];
  const count = (stance: string): number =>
    observations.filter((row) => row.stance === stance).length;
  return {
    id: "model",
    title: "What the models rest on",
    text: [
      `${cases.length} calls on organisations before the day: ${count("contributed")} stances with ` +
        `means of the member's own, ${count("supported")} in favour without, ${count("abstained")} ` +
        `abstaining, ${count("dissented")} objecting; ${count("not-seen")} members not seen.`,
      `Base rate: ${base.favour.mean.toFixed(3)} in favour of those seen (correlation within a case ` +
        `${base.favour.correlation.toFixed(2)}), ${base.means.mean.toFixed(3)} with means of their own ` +
        `of those in favour (${base.means.correlation.toFixed(2)}).`,
      "Slopes are by one standard deviation of the covariate, on the scale of log odds; a covariate " +
        "that is missing stands at its mean, and one that is the same wherever it is known has no " +
        "slope. Known: the stances that have it; a slope known from few is drawn to zero.",
    ],
    findings: [],
    address: null,
    columns: [
      { name: "step", label: "Step" },
      { name: "parameter", label: "Parameter" },
      share("value", "Value"),
      share("se", "Standard error", "Laplace"),
      { name: "known", label: "Known", note: "stances of the step that have the covariate" },
      { name: "text", label: "What it is" },
    ],
    rows,
    figure: null,
  };
}
