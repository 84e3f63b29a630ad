import type { MethodNote } from "../answer.ts";

/** How a scenario is computed. */
export const SCENARIO_METHOD: readonly MethodNote[] = [
  {
    name: "Plan",
    text:
      "The provisions in force on the day are held against the call's threat, place, parties and " +
      "instrument; the open ones give the deciding organ, the rule, the notices and the limits of " +
      "time. A closed path is refused with the article or fact that closes it.",
    reference: null,
  },
  {
    name: "Choice model",
    text:
      "Three steps for each member: in favour or not; with means of its own or not, of those in " +
      "favour; abstaining or objecting, of those not in favour. The first two are logits on what the " +
      "record knew before the call, with normal effects of organisation and case; the scales of " +
      "slopes and effects have the largest marginal likelihood, so that slopes without support in " +
      "the data are drawn to zero. Parameters are drawn from Laplace's approximation, the effect of " +
      "the call at hand anew in every simulated call. Estimated on the cases before the day asked; " +
      "below 150 stances no choice is estimated.",
    reference:
      "Tutz 1991, doi:10.1016/0167-9473(91)90115-H; Tierney and Kadane 1986, " +
      "doi:10.1080/01621459.1986.10478240",
  },
  {
    name: "Covariates",
    text:
      "Positions; the relation to appellant and adversary; precedent; threat; dependence of the member " +
      "on the appellant, the adversary and the largest member (promises of defence, trade and money " +
      "sent, troops, bases); cost (how far off the place is, whether it is outside the treaty's area, " +
      "the member's share of the members' GDP). Each is of the day of the call or of the latest year on " +
      "record before it, and from what ships with the record, never from a user's own files: the " +
      "answer is the same for everybody. One that is missing stands at its mean over the stances that " +
      "have it, one outside the observed range at the nearer end; one that is the same wherever it is " +
      "known has no slope. How many stances have each stands in the tables, and what dependence and " +
      "cost add in /scenarios/backtest.",
    reference: "Hirschman 1945, National Power and the Structure of Foreign Trade",
  },
  {
    name: "Base rate",
    text:
      "The same three shares, whoever calls and whoever is asked: beta-binomial over cases, so that " +
      "the members of one call go together, with Jeffreys' prior of the mean.",
    reference: "Skellam 1948, Journal of the Royal Statistical Society B 10",
  },
  {
    name: "Simulation",
    text:
      "In every simulated call each member's stance is drawn and the rule is run over them, the " +
      "appellant in favour. What was asked for comes where the decision is taken, at least one " +
      "member has means of its own, and a draw at the rate of the precedents says so. The Monte " +
      "Carlo error is that of the simulation alone; the interval is that of the models' parameters. " +
      "The same seed gives the same bytes.",
    reference: null,
  },
  {
    name: "Back-test",
    text:
      "Every stance on record forecast without its own case (left-out), or from earlier cases only " +
      "(forward), by both models. Brier and logarithmic scores; the interval of their difference " +
      "draws cases with replacement.",
    reference:
      "Brier 1950, doi:10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2; Good 1952, " +
      "doi:10.1111/j.2517-6161.1952.tb00104.x",
  },
  {
    name: "Precedents",
    text:
      "Calls on organisations before the day whose outcome is known. What came after them is " +
      "counted, not explained: calls that are refused differ from those that are answered.",
    reference: null,
  },
];

/** What no scenario can say. */
export const SCENARIO_CAVEATS: readonly string[] = [
  "Cases are calls that were made: states do not call when they expect refusal, so that both models " +
    "speak of calls that somebody thought worth making, and flatter calls that nobody would make.",
  "A member that is not seen in a case is left out of the estimates; it is not counted as opposed. " +
    "Who contributed is recorded more often than who kept silent.",
  "Dependence and cost are known in few ways: beyond promises of defence and how far off the place is, " +
    "trade and money sent ship of Armenia alone, troops of the United States alone, bases for 2019, and " +
    "of members' means the largest's share alone. No case with stances on record lay outside the treaty's " +
    "area, so that it has no slope. The state of the forces is not a covariate.",
];
