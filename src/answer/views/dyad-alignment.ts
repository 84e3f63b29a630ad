import { UsageError } from "../../errors.ts";
import type { StateKey } from "../../states/state.ts";
import type { Row } from "../answer.ts";
import { votingState } from "../lookup.ts";
import { recalled } from "../memo.ts";
import { type AnswerPeriod, periodsOf, selectRollCalls } from "../selection.ts";
import { gapCaveats, similarityMethod, VOTE_SOURCES, voteCoverage } from "../shared-notes.ts";
import { fixed, percent } from "../text.ts";
import type { View, ViewContext } from "../view.ts";
import { ALIGNMENT_PARAMETERS } from "./alignment.ts";
import { alignmentFigure, alignmentFinding } from "./alignment-finding.ts";
import { ALIGNMENT_COLUMNS, alignmentName, dyadRow } from "./alignment-rows.ts";

/** The two states of `arm-rus`, sorted. */
function dyadOf(
  context: Pick<ViewContext, "record">,
  text: string,
): readonly [StateKey, StateKey] {
  const parts = text.split("-");
  const keys = parts.map((part) => votingState(context.record, part).key).sort();
  return groupPair(keys, text);
}

function groupPair(keys: readonly StateKey[], text: string): readonly [StateKey, StateKey] {
  const [a, b] = keys;
  if (keys.length !== 2 || a === undefined || b === undefined || a === b) {
    throw new UsageError(`${JSON.stringify(text.slice(0, 60))} is not a dyad.`, {
      hint: 'Name two different states joined by "-", such as arm-rus.',
    });
  }
  return [a, b];
}

/** `/dyads/{dyad}/alignment`: two states, period by period. */
export const dyadAlignmentView: View = {
  path: "/dyads/{dyad}/alignment",
  also: "/dyads/{dyad}",
  describe: "similarity of two states' votes, period by period",
  example: "/dyads/arm-rus/alignment",
  parameters: ALIGNMENT_PARAMETERS.filter((name) => name !== "state"),
  canonical: (record, { dyad = "" }) => ({
    dyad: dyadOf({ record }, dyad).join("-").toLowerCase(),
  }),
  compute: (context) => {
    const { record, query } = context;
    const pair = dyadOf(context, context.path["dyad"] ?? "");
    const names = pair.map((key) => record.states.name(key));
    const periods = periodsOf(record.votes, selectRollCalls(record.votes, query), query.by);
    const rows = periods
      .map((period) =>
        recalled(context, `dyad ${pair.join(" ")} ${alignmentName(query, period)}`, () =>
          dyadRow(context, pair, names.join(" - "), period, Array.from(period.rollCalls)),
        ),
      )
      .filter((row) => row !== null);
    const covers = voteCoverage(record, query);
    const base = `/dyads/${pair.join("-").toLowerCase()}`;
    const whole = dyadRow(
      { ...context, query: { ...query, by: "all" } },
      pair,
      names.join(" - "),
      wholePeriod(covers),
      Array.from(selectRollCalls(record.votes, query)),
    );
    return {
      title: `${names[0]} and ${names[1]} in the UN General Assembly`,
      summary: {
        measure: query.measure,
        convention: query.convention,
        by: query.by,
        n: (whole?.["n"] as number | undefined) ?? 0,
        value: (whole?.[query.measure] as number | undefined) ?? null,
        lower: (whole?.["lower"] as number | undefined) ?? null,
        upper: (whole?.["upper"] as number | undefined) ?? null,
      },
      columns: ALIGNMENT_COLUMNS,
      rows,
      findings:
        whole === null
          ? []
          : [
              alignmentFinding(
                { ...context, query: { ...query, by: "all" } },
                whole,
                base,
                agreementNote(whole),
              ),
            ],
      figure: alignmentFigure(`${names[0]} and ${names[1]}`, query.measure),
      method: similarityMethod(query.measure, query.convention, query),
      sources: VOTE_SOURCES,
      caveats: gapCaveats(covers),
      covers,
    };
  },
};

function wholePeriod({
  from,
  to,
}: {
  readonly from: string;
  readonly to: string;
}): AnswerPeriod {
  return {
    label: `${from.slice(0, 4)}-${to.slice(0, 4)}`,
    year: Number(from.slice(0, 4)),
    from,
    to,
    rollCalls: new Int32Array(0),
  };
}

/** What raw agreement would have said of the same votes. */
function agreementNote(row: Row): string {
  const agreement = row["agreement"] as number;
  return `Raw agreement over the same votes: ${percent(agreement)} (S ${fixed(row["s_abs"] as number)}).`;
}
