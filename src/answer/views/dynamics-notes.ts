import type { MethodNote } from "../answer.ts";
import { PATHS } from "./dynamics-run.ts";

/** How the dynamics of an organisation are made. */
export const DYNAMICS_METHOD: readonly MethodNote[] = [
  {
    name: "Prediction of the past",
    text:
      "On 1 January of 1970, 1980, 1990, 2000 and 2010 the rates are fitted on what the record " +
      "holds up to that day, and the calls, answered calls and exits of each organisation over " +
      "the next ten years are predicted and held against the record. Score: the log of the " +
      "chance given to what happened, against one Poisson rate for the whole class; limits of " +
      "the difference resample organisations.",
    reference: "Gneiting and Raftery 2007, doi:10.1198/016214506000001437",
  },
  {
    name: "Rates of calls and exits",
    text:
      "Recorded calls an organisation-year, and days of exit a member-year: Poisson with a rate " +
      "of each organisation's own, Gamma about that of the class. Mean and spread are drawn " +
      "from their posterior on a grid (log mean even over 1/30 to 30 times the pooled rate, " +
      "1 / (1 + shape) even over 0 to 1). How many leave on one day is drawn from the recorded " +
      "days by the Bayesian bootstrap. Nobody joins; which member calls or leaves is chance.",
    reference: "Rubin 1981, doi:10.1214/aos/1176345338",
  },
  {
    name: "Answered calls",
    text:
      "The share answered under the rule in force: binomial with a share of each organisation's " +
      "own, Beta about that of the class, mean and correlation even over 0 to 1, drawn on a " +
      "grid. A call counts as answered by the coding asked for.",
    reference: null,
  },
  {
    name: "Other rules of decision",
    text:
      "Each simulated call has a ballot of every member but the caller: in favour with a share " +
      "drawn for the call (beta-binomial over the recorded calls, answered and unanswered " +
      "apart), the odds of holding back times the member's own factor (times it held back over " +
      "times expected, shrunk), abstaining or against by the recorded shares. Each rule is run " +
      "on the same ballots and chances. Where a rule decides a call otherwise than the rule in " +
      "force, it is answered with the share answered among recorded calls that their own rule " +
      "let through, or stopped (members not seen are drawn); letting a call through never loses " +
      "an answer.",
    reference: null,
  },
  {
    name: "Two kinds of uncertainty",
    text:
      "Each draw of the rates is followed by " +
      `${PATHS} futures. Limits of a mean are quantiles over the draws: what the record leaves ` +
      "open. Limits of a single future hold chance too. The Monte Carlo error is the standard " +
      "error of the mean that more draws would remove.",
    reference: null,
  },
];

/** What the dynamics cannot say. */
export const DYNAMICS_CAVEATS: readonly string[] = [
  "Recorded cases are not all calls: a rate of calls is one of this record, which knows the last " +
    "years best, and an organisation without a recorded call counts as one that had none.",
  "The case base over-represents answered calls, and states do not call where they expect a " +
    "refusal: an answered share under another rule assumes that the same calls come.",
  "Stances are recorded mostly where a call was answered; a member that was not seen is drawn " +
    "as its call's others stood.",
  "Ends of organisations, accessions, suspensions and the age of a membership are not simulated.",
  "The past is predicted with today's record of it, which knows some of it by hindsight.",
];
