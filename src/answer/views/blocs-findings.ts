import type { RandomTogetherness } from "../../measures/blocs/one-bloc.ts";
import type { VotingBlocs } from "../../measures/blocs/voting-blocs.ts";
import type { Coverage, Finding } from "../answer.ts";
import type { Body } from "../body.ts";
import { counted, fixed, listed, percent, withInterval } from "../text.ts";
import type { ViewContext } from "../view.ts";
import type { SpanBlocs } from "./blocs.ts";

/** The largest p at which modularity counts as above its null. */
const SIGNIFICANCE = 0.05;
/** Members named at the most. */
const MOST_NAMED = 20;

const bare = { value: null, lower: null, upper: null, level: null } as const;

/** Whether the Assembly votes in blocs at all over a span. */
export function evidenceFinding(
  { query }: ViewContext,
  blocs: VotingBlocs,
  { from, to }: Coverage,
  address: string,
): Finding {
  const shared = { id: "blocs", n: blocs.rollCalls, method: "Blocs", evidence: [address] };
  const { null: chance, counts, rand } = blocs;
  if (blocs.withheld !== null || chance === null) {
    const text = `From ${from} to ${to}: no blocs are sought (${blocs.withheld ?? "no null"}).`;
    return { ...shared, ...bare, text, comparison: null };
  }
  const beside = `kappa of ${fixed(chance.bundled, 3)} a pair is bundled in them, against ${fixed(chance.largest, 3)} at most in ${chance.draws} draws in which each state votes by its own habits (p ${chance.p.toFixed(3)})`;
  const bundled = chance.p <= SIGNIFICANCE;
  const sizes = listed(blocs.sizes.map(String));
  const text = bundled
    ? `From ${from} to ${to} ${counted(blocs.voters.length, "state")} vote in ${counted(blocs.sizes.length, "bloc")} (${sizes} states): modularity ${fixed(blocs.modularity, 3)}; ${beside}.`
    : `From ${from} to ${to}: no evidence of blocs. Of the most modular division: modularity ${fixed(blocs.modularity, 3)}; ${beside}.`;
  const spread =
    counts === null || rand === null
      ? ""
      : ` Over ${blocs.draws} draws ${fixed(counts.lower, 0)} to ${fixed(counts.upper, 0)} blocs; adjusted Rand index with this division ${withInterval(rand.median, rand.lower, rand.upper)} (${percent(query.level)} of draws).`;
  return {
    ...shared,
    ...bare,
    text,
    value: blocs.modularity,
    comparison: `Median where each votes by its own habits: ${fixed(chance.median, 3)}.${spread}`,
  };
}

function besideText(groups: RandomTogetherness | null, which: string): string {
  if (groups === null || groups.p === null || groups.pairs === null) {
    return `${which}: ${groups?.withheld ?? "not drawn"}`;
  }
  return `${which}: pairs together in ${percent(groups.pairs)} (median), all together in ${percent(groups.all ?? 0)} of groups, p ${groups.p.toFixed(3)}`;
}

/** Whether the members fall into one bloc. */
function oneBlocFinding(context: ViewContext, body: Body, found: SpanBlocs): Finding {
  const { placed, span, blocs, address } = found;
  const shared = {
    id: "one-bloc",
    n: placed.members,
    method: "One bloc",
    evidence: [address],
  };
  const { modal, all, pairs } = placed;
  if (modal === null || all === null || pairs === null) {
    const text = `${body.short}, ${span.from} to ${span.to}: no bloc is named (${placed.withheld}).`;
    return { ...shared, ...bare, text, comparison: null };
  }
  const share = `${Math.round(modal * placed.members)} of ${counted(placed.members, "member")} fall into bloc ${placed.modalBloc} (share ${withInterval(modal, placed.lower, placed.upper)})`;
  const together = `all together in ${percent(all)} of draws, pairs in ${percent(pairs)}`;
  const reading =
    all >= 0.95
      ? "they vote in one bloc"
      : all <= 0.05
        ? "they do not vote in one bloc"
        : "whether they vote in one bloc is not settled";
  const caution =
    blocs.null !== null && blocs.null.p > SIGNIFICANCE
      ? "; since there is no evidence of blocs, this says little"
      : "";
  return {
    ...shared,
    text: `${body.short}, ${span.from} to ${span.to}: ${share}; ${together}: ${reading}${caution}.`,
    value: modal,
    lower: placed.lower,
    upper: placed.upper,
    level: context.query.level,
    comparison: `${besideText(placed.plain, "Random groups of as many states")}. ${besideText(placed.matched, "Matched by region and regime")}.`,
  };
}

/** The members outside the largest member's bloc, or not firmly in it. */
function apartFinding(
  { record }: ViewContext,
  body: Body,
  { blocs, members, largest, span, address }: SpanBlocs,
): Finding | null {
  const { voters, together } = blocs;
  const partner = largest === null ? -1 : voters.indexOf(record.votes.voters.indexOf(largest));
  if (partner < 0 || largest === null) return null;
  const shares = members
    .map((voter) => ({ voter, node: voters.indexOf(voter) }))
    .filter(({ node }) => node >= 0 && node !== partner)
    .map(({ voter, node }) => ({
      name: record.states.name(record.votes.voters[voter]!, span.to),
      share: together[node * voters.length + partner]!,
    }))
    .sort((a, b) => a.share - b.share || (a.name < b.name ? -1 : 1));
  const apart = shares.filter(({ share }) => share < 0.5);
  const partnerName = record.states.name(largest, span.to);
  const named = apart.slice(0, MOST_NAMED);
  const rest = apart.length - named.length;
  const text =
    apart.length === 0
      ? `${body.short}, ${span.from} to ${span.to}: every member that can be placed falls into one bloc with ${partnerName} in half of the draws or more.`
      : `${body.short}, ${span.from} to ${span.to}: in less than half of the draws in one bloc with ${partnerName}: ${listed(named.map(({ name, share }) => `${name} (${percent(share)})`))}${rest > 0 ? ` and ${rest} more` : ""}.`;
  return {
    ...bare,
    id: "apart-from-largest",
    text,
    value: apart.length,
    n: shares.length,
    comparison: null,
    method: "Stability",
    evidence: [address],
  };
}

/** What the blocs of a span say of a body. */
export function blocFindings(
  context: ViewContext,
  body: Body,
  found: SpanBlocs,
): readonly Finding[] {
  const { blocs, span, address } = found;
  const evidence = evidenceFinding(context, blocs, span, address);
  if (blocs.withheld !== null) return [evidence];
  const apart = apartFinding(context, body, found);
  return [evidence, oneBlocFinding(context, body, found), ...(apart === null ? [] : [apart])];
}
