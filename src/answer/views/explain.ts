import { dyadAlignment } from "../../measures/alignment/dyad-alignment.ts";
import { type FamilyInfluence, influence } from "../../measures/alignment/influence.ts";
import { MEASURE_NOTES } from "../../measures/alignment/measure-notes.ts";
import { cohesionInfluence } from "../../measures/cohesion/cohesion-influence.ts";
import { cohesion } from "../../measures/cohesion/cohesion.ts";
import { groupTallies } from "../../measures/cohesion/group-tallies.ts";
import type { CasusRecord } from "../../record/record.ts";
import type { Column, Draft, MethodNote, Row } from "../answer.ts";
import { organisationBody } from "../body.ts";
import { organisationOf, rollCallAddress, votingState } from "../lookup.ts";
import { selectRollCalls } from "../selection.ts";
import { gapCaveats, MEASURE_KEYS, VOTE_SOURCES, voteCoverage } from "../shared-notes.ts";
import { fixed } from "../text.ts";
import type { View, ViewContext } from "../view.ts";
import { WITHOUT_INTERVAL } from "../without-interval.ts";
import { organisationSources } from "./alliance.ts";
import { dyadAlignmentView } from "./dyad-alignment.ts";

const COLUMNS: readonly Column[] = [
  { name: "address", label: "Latest roll call" },
  { name: "title", label: "Title" },
  { name: "roll_calls", label: "Roll calls", note: "roll calls of the family that count" },
  { name: "first", label: "First" },
  { name: "last", label: "Last" },
  {
    name: "change",
    label: "Moves the value by",
    digits: 6,
    note: "value less value without the family; empty where either has no value",
  },
  { name: "without", label: "Value without it", digits: 6 },
];

const INFLUENCE_NOTE: MethodNote = {
  name: "Leave one family out",
  text:
    "Each family of repeated resolutions (the same title counts as one) is taken out in turn and the value is " +
    "computed again; the difference is what the family moves it by. The differences do not sum to the value.",
  reference: "Belsley, Kuh and Welsch 1980, doi:10.1002/0471725153",
};

function rowsOf(
  record: CasusRecord,
  families: readonly FamilyInfluence[],
  limit: number,
): readonly Row[] {
  return families.slice(0, limit).map(({ rollCalls, change, without }) => {
    const held = rollCalls.map((index) => record.votes.rollCalls[index]!);
    const last = held.at(-1)!;
    return {
      address: rollCallAddress(last),
      title: last.title ?? last.symbol,
      roll_calls: rollCalls.length,
      first: held[0]!.date,
      last: last.date,
      change,
      without,
    };
  });
}

interface Explained {
  readonly title: string;
  readonly what: string;
  readonly value: number | null;
  readonly n: number;
  readonly base: string;
  readonly families: readonly FamilyInfluence[];
  readonly method: readonly MethodNote[];
  readonly sources: readonly string[];
}

function explainedDraft({ record, query }: ViewContext, explained: Explained): Draft {
  const { title, what, value, n, base, families, method, sources } = explained;
  const covers = voteCoverage(record, query);
  const rows = rowsOf(record, families, query.limit);
  const [most] = families;
  const name = rows[0]?.["title"] ?? "";
  return {
    title,
    summary: { value, n, families: families.length, shown: rows.length },
    columns: COLUMNS,
    rows,
    findings:
      value === null || most?.change == null || most.without === null
        ? []
        : [
            {
              id: "largest-influence",
              text:
                `${what} is ${fixed(value)} over ${n} roll calls in ${families.length} families of texts; ` +
                `none moves it more than "${String(name)}" (${most.rollCalls.length}), without which it is ` +
                `${fixed(most.without)}.`,
              value: most.change,
              ...WITHOUT_INTERVAL,
              n,
              comparison: `All ${families.length} families of the selection, each left out in turn.`,
              method: INFLUENCE_NOTE.name,
              evidence: [base],
            },
          ],
    figure: null,
    method: [INFLUENCE_NOTE, ...method],
    sources,
    caveats: gapCaveats(covers),
    covers,
  };
}

/** `/dyads/{dyad}/explain`: the texts that move the similarity of two states most. */
export const dyadExplainView: View = {
  path: "/dyads/{dyad}/explain",
  describe: "the families of resolutions that move the similarity of two states most",
  example: "/dyads/arm-rus/explain",
  parameters: ["from", "to", "topic", "measure", "convention", "limit"],
  canonical: dyadAlignmentView.canonical,
  compute: (context) => {
    const { record, query, path } = context;
    const { dyad = "" } = dyadAlignmentView.canonical(record, path);
    const [a, b] = dyad.split("-").map((part) => votingState(record, part)) as [
      ReturnType<typeof votingState>,
      ReturnType<typeof votingState>,
    ];
    const rollCalls = Array.from(selectRollCalls(record.votes, query));
    const { convention } = query;
    const measure = MEASURE_KEYS[query.measure];
    const whole = dyadAlignment(record.votes, a.voter, b.voter, rollCalls, { convention });
    const names = [a, b].map(({ key }) => record.states.name(key)).join(" and ");
    const { label, formula, references } = MEASURE_NOTES[measure];
    return explainedDraft(context, {
      title: `What moves the similarity of ${names}`,
      what: `${label} of ${names}`,
      value: whole[measure],
      n: whole.n,
      base: `/dyads/${dyad}/alignment`,
      families: influence(record.votes, [a.voter, b.voter], rollCalls, { measure, convention }),
      method: [{ name: label, text: `${formula}.`, reference: references.join("; ") }],
      sources: VOTE_SOURCES,
    });
  },
};

/** `/alliances/{id}/explain`: the texts that move an organisation's cohesion most. */
export const allianceExplainView: View = {
  path: "/alliances/{id}/explain",
  describe: "the families of resolutions that move the cohesion of an organisation most",
  example: "/alliances/csto/explain",
  parameters: ["from", "to", "topic", "limit"],
  canonical: (record, { id = "" }) => ({ id: organisationOf(record, id).id }),
  compute: (context) => {
    const { record, query, path } = context;
    const body = organisationBody(record, path["id"] ?? "");
    const tallies = groupTallies(
      record.votes,
      body.spells,
      selectRollCalls(record.votes, query),
    );
    const { agreement, rollCalls } = cohesion(tallies);
    return explainedDraft(context, {
      title: `What moves the cohesion of ${body.name}`,
      what: `The mean agreement index of ${body.short}`,
      value: agreement,
      n: rollCalls,
      base: `${body.base}/cohesion`,
      families: cohesionInfluence(record.votes, tallies),
      method: [],
      sources: [...VOTE_SOURCES, ...organisationSources(body.organisation!)],
    });
  },
};
