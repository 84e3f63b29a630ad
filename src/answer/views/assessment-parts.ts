import { mostSplitting } from "../../measures/cohesion/most-splitting.ts";
import { splits } from "../../measures/cohesion/splits.ts";
import type { Organisation } from "../../record/organisation.ts";
import type { Column, Coverage, Draft, Finding, MethodNote, Row, Section } from "../answer.ts";
import type { Body } from "../body.ts";
import type { Query } from "../query.ts";
import { firstOn, selectRollCalls } from "../selection.ts";
import { counted, fixed, listed, percent } from "../text.ts";
import type { ViewContext } from "../view.ts";
import { WITHOUT_INTERVAL } from "../without-interval.ts";
import { MEMBERSHIP_COLUMNS, membersFinding, membershipRows } from "./alliance.ts";
import { allianceAlignmentView } from "./alignment.ts";
import { alignmentFigure, alignmentFinding } from "./alignment-finding.ts";
import { dyadRow } from "./alignment-rows.ts";
import { allianceCohesionView, cohesionFinding } from "./cohesion.ts";
import { referenceRanks } from "./reference-rank.ts";
import { recurringSection, sideSection, SPLIT_COLUMNS, splitRow } from "./splits.ts";

/** Years that "recent" means in an assessment. */
const RECENT_YEARS = 10;

/** A part of an assessment: its sections and the findings that they name. */
export interface Part {
  readonly sections: readonly Section[];
  readonly findings: readonly Finding[];
  /** Notes on method that the rest of the assessment does not carry. */
  readonly method?: readonly MethodNote[];
  /** Sources that the rest of the assessment does not rest on. */
  readonly sources?: readonly string[];
}

function minusYears(day: string, years: number): string {
  return `${String(Number(day.slice(0, 4)) - years).padStart(4, "0")}${day.slice(4)}`;
}

/** Who belongs, and since when. */
export function membersPart(
  context: ViewContext,
  body: Body,
  organisation: Organisation,
  covers: Coverage,
): Part {
  const { record } = context;
  const members = body.membersOn(covers.to).toSorted();
  const left = organisation.memberships.filter(
    ({ to, toEvent }) => to !== null && toEvent !== "dissolution",
  );
  const largest = body.largestOn(covers.to);
  const text =
    organisation.ended === null
      ? `${organisation.short} has ${counted(members.length, "member")} on ${covers.to}: ` +
        `${listed(members.map((key) => record.states.name(key, covers.to)).toSorted())}. ` +
        `${counted(left.length, "membership")} ended before.`
      : `${organisation.short} ended on ${organisation.ended.date}; ${counted(body.everVoting.length, "state")} had belonged to it.`;
  return {
    sections: [
      {
        id: "members",
        title: "Who belongs, and since when",
        text: [
          organisation.dating ?? "",
          largest === null
            ? ""
            : `Largest member: ${record.states.name(largest.state)} (${largest.criterion}).`,
          ...organisation.suspensions.map(
            ({ state, from, to, kind }) =>
              `${record.states.name(state)}: ${kind}, from ${from}${to === null ? ", not ended in this record" : ` to ${to}`}.`,
          ),
        ].filter((line) => line !== ""),
        findings: ["members"],
        address: body.base,
        columns: MEMBERSHIP_COLUMNS,
        rows: membershipRows(record, organisation),
        figure: {
          kind: "spans",
          title: `Members of ${body.short}`,
          label: "name",
          from: "from",
          to: "to",
        },
      },
    ],
    findings: [membersFinding(body, organisation, text, members.length)],
  };
}

/** The alignment of each present member with the largest over recent years, with its rank among all states. */
function recentAlignment(
  context: ViewContext,
  body: Body,
  recent: Query,
): readonly { readonly row: Row; readonly finding: Finding }[] {
  const { record } = context;
  const last = recent.to ?? "";
  const largest = body.largestOn(last)?.state;
  if (largest === undefined) return [];
  const inner = { ...context, query: recent };
  const selection = Array.from(selectRollCalls(record.votes, recent));
  const partner = record.votes.voters.indexOf(largest);
  const rankOf = referenceRanks(inner, partner, selection);
  return body
    .membersOn(last)
    .filter((key) => key !== largest && record.votes.voters.includes(key))
    .flatMap((key) => {
      const voter = record.votes.voters.indexOf(key);
      const spells = body.spells.filter((spell) => spell.voter === voter);
      const own = selection.filter((index) =>
        spells.some(({ from, to }) => index >= from && index < to),
      );
      const first = record.votes.rollCalls[own[0] ?? selection[0] ?? 0]!.date;
      const period = {
        label: `${first.slice(0, 4)}-${last.slice(0, 4)}`,
        year: Number(first.slice(0, 4)),
        from: first,
        to: last,
        rollCalls: new Int32Array(0),
      };
      const row = dyadRow(inner, [key, largest], record.states.name(key), period, own);
      if (row === null) return [];
      const rank = own.length === selection.length ? rankOf(voter) : null;
      const comparison =
        rank === null
          ? null
          : `Rank ${rank.rank} of ${rank.of} states by ${recent.measure} with ${record.states.name(largest)} over the same roll calls (median ${fixed(rank.median)}).`;
      const ranked: Row = { ...row, rank: rank?.rank ?? null, ranked: rank?.of ?? null };
      return [{ row: ranked, finding: alignmentFinding(inner, row, body.base, comparison) }];
    })
    .sort((a, b) => Number(b.row[recent.measure] ?? -2) - Number(a.row[recent.measure] ?? -2));
}

/** Alignment with the largest member, by year and against all states. */
export async function alignmentPart(
  context: ViewContext,
  body: Body,
  covers: Coverage,
): Promise<Part> {
  const byYear: Query = { ...context.query, by: "year" };
  const series: Draft = await allianceAlignmentView.compute({ ...context, query: byYear });
  const recent: Query = {
    ...context.query,
    by: "all",
    from: minusYears(covers.to, RECENT_YEARS),
    to: covers.to,
  };
  const found = recentAlignment(context, body, recent);
  const largest = body.largestOn(covers.to)?.state;
  const partner =
    largest === undefined ? "the largest member" : context.record.states.name(largest);
  const columns: readonly Column[] = series.columns;
  return {
    sections: [
      {
        id: "alignment",
        title: `Alignment with ${partner}, year by year`,
        text: [
          `Kappa corrects for how often each state votes yes, no or abstains anyway: 0 is chance. Raw agreement stands beside it in the table and misleads, since most resolutions pass with most states in favour.`,
        ],
        findings: [],
        address: `${body.base}/alignment?by=year`,
        columns,
        rows: series.rows,
        figure: alignmentFigure(`Kappa with ${partner}`, context.query.measure),
      },
      {
        id: "alignment-recent",
        title: `The last ${RECENT_YEARS} years against all states`,
        text: [
          "The rank is among all states with 50 joint votes or more with the same partner over the same roll calls; it is given for states that belonged throughout.",
        ],
        findings: found.map(({ finding }) => finding.id),
        address: `${body.base}/alignment?from=${recent.from}&to=${recent.to}&by=all`,
        columns: [...columns, { name: "rank", label: "Rank" }, { name: "ranked", label: "Of" }],
        rows: found.map(({ row }) => row),
        figure: {
          kind: "ranks",
          title: `Kappa with ${partner}, ${recent.from?.slice(0, 4)}-${recent.to?.slice(0, 4)}`,
          label: "name",
          value: context.query.measure,
          lower: "lower",
          upper: "upper",
          highlight: null,
          xLabel: "Kappa",
          domain: null,
          rule: 0,
        },
      },
    ],
    findings: found.map(({ finding }) => finding),
  };
}

/** Cohesion against the reference class. */
export async function cohesionPart(context: ViewContext, body: Body): Promise<Part> {
  const byYear: ViewContext = { ...context, query: { ...context.query, by: "year" } };
  const draft = await allianceCohesionView.compute(byYear);
  const last = draft.rows.findLast(
    (row) => row["agreement_index"] !== null && row["matched_p"] !== undefined,
  );
  const findings = last === undefined ? [] : [cohesionFinding(byYear, body, last)];
  return {
    sections: [
      {
        id: "cohesion",
        title: "Cohesion against the reference class",
        text: [
          "The mean agreement index of the members, year by year; beside it the median of random groups of the same size, plain and matched by region and regime. Against plain random groups every regional bloc looks cohesive.",
        ],
        findings: findings.map(({ id }) => id),
        address: `${body.base}/cohesion?by=year`,
        columns: draft.columns,
        rows: draft.rows,
        figure: draft.figure ?? null,
      },
    ],
    findings,
  };
}

/** The roll calls that split the members, and the splits that recur. */
export function splitsPart(context: ViewContext, body: Body, covers: Coverage): Part {
  const { record } = context;
  const from = minusYears(covers.to, RECENT_YEARS);
  const all = selectRollCalls(record.votes, { ...context.query, to: covers.to });
  const start = firstOn(record.votes, from);
  const recent = splits(
    record.votes,
    body.spells,
    all.filter((index) => index >= start),
  );
  const voted = recent.filter(({ agreement }) => agreement !== null);
  const contested = voted.filter(({ agreement }) => agreement! < 1).length;
  const share = voted.length === 0 ? null : contested / voted.length;
  return {
    sections: [
      {
        id: "splits",
        title: `The roll calls that split it most since ${from.slice(0, 4)}`,
        text: [
          "By agreement index from the lowest; of equals the one with more votes cast, then the newest.",
        ],
        findings: ["contested"],
        address: `${body.base}/splits?from=${from}`,
        columns: SPLIT_COLUMNS,
        rows: mostSplitting(recent, { limit: 15 }).map((split) => splitRow(record, split)),
        figure: null,
      },
      recurringSection(record, recent, 12),
      sideSection(
        context,
        body,
        all.filter((index) => index >= start),
      ),
    ],
    findings: [
      {
        id: "contested",
        text:
          share === null
            ? `${body.short}: no roll call since ${from} on which two members voted.`
            : `Since ${from} members of ${body.short} were not unanimous on ${contested} of ${counted(voted.length, "roll call")} (${percent(share)}).`,
        value: share,
        ...WITHOUT_INTERVAL,
        n: voted.length,
        comparison: null,
        method: "Count of contested roll calls",
        evidence: [`${body.base}/splits?from=${from}`],
      },
    ],
  };
}
