import type { Column, Draft, Row, Section } from "../../answer/answer.ts";
import { headOf } from "../../answer/head-of.ts";
import { organisationOf } from "../../answer/lookup.ts";
import { voteCoverage } from "../../answer/shared-notes.ts";
import { counted } from "../../answer/text.ts";
import type { View, ViewContext } from "../../answer/view.ts";
import { type Answers, createAnswers } from "../answers.ts";
import { READING_VERDICTS } from "../readings/reading-verdict.ts";
import { testReadings } from "../readings/test-readings.ts";
import {
  APART_COLUMNS,
  apartFinding,
  apartRows,
  gridColumns,
  gridRows,
  LITERATURE_COLUMNS,
  literatureRows,
  readingFindings,
  readingRows,
  READINGS_CAVEATS,
  READINGS_COLUMNS,
  READINGS_METHOD,
  type Tested,
} from "./readings-rows.ts";

async function testedOf(
  { record }: ViewContext,
  id: string,
  answers: Answers,
): Promise<Tested> {
  const organisation = organisationOf(record, id);
  const found = await testReadings(record, organisation, answers);
  return { id: organisation.id, short: organisation.short, found };
}

function answersOf({ record, kernels, signal }: ViewContext): Answers {
  return createAnswers(record, { kernels, signal, whole: null });
}

const plain = (
  id: string,
  title: string,
  text: string,
  columns: readonly Column[],
  rows: readonly Row[],
): Section => ({
  id,
  title,
  text: [text],
  findings: [],
  address: null,
  columns,
  rows,
  figure: null,
});

function draftOf(
  { record }: ViewContext,
  tested: readonly Tested[],
  answers: Answers,
  base: string,
): Omit<Draft, "title"> {
  const table = record.readings;
  const rows = tested.flatMap((one) => readingRows(table, one));
  const counts = READING_VERDICTS.map((verdict) => [
    verdict.replaceAll("-", "_"),
    rows.filter((row) => row["verdict"] === verdict).length,
  ]);
  const apart = tested.flatMap((one) => apartRows(table, one));
  return {
    summary: {
      readings: table.readings.length,
      implications: table.implications.length,
      organisations: tested.length,
      ...Object.fromEntries(counts),
      pairs: apart.length,
      told_apart: apart.filter((row) => row["apart"] === true).length,
    },
    columns: READINGS_COLUMNS,
    rows,
    sections: [
      plain(
        "grid",
        "Readings by implication",
        "One row a reading and an implication of which it expects something. There is no score.",
        gridColumns(tested),
        gridRows(table, tested),
      ),
      plain(
        "told-apart",
        "Which readings the record tells apart",
        "Only an implication that one expects and the other excludes can tell two readings apart.",
        APART_COLUMNS,
        apart,
      ),
      plain(
        "readings",
        "The readings, and what each expects and excludes",
        "Fixed beforehand in data/readings.yaml, the same for every organisation.",
        LITERATURE_COLUMNS,
        literatureRows(table),
      ),
    ],
    findings: tested.flatMap((one) => [
      ...readingFindings(
        table,
        one,
        tested.filter((other) => other !== one),
        base,
      ),
      apartFinding(table, one, base),
    ]),
    method: READINGS_METHOD,
    sources: answers.sources(),
    caveats: READINGS_CAVEATS,
    covers: voteCoverage(record),
  };
}

/** `/readings`: rival readings of an alliance, tested alike on several. */
export const readingsView: View = {
  path: "/readings",
  describe:
    "rival readings of what an alliance is, what each implies, and what the record says of each on five organisations",
  example: "/readings",
  parameters: [],
  canonical: (_record, path) => path,
  compute: async (context) => {
    const { organisations, readings } = context.record.readings;
    const answers = answersOf(context);
    const tested: Tested[] = [];
    for (const [done, id] of organisations.entries()) {
      context.progress?.(done, organisations.length, id);
      tested.push(await testedOf(context, id, answers));
    }
    context.progress?.(organisations.length, organisations.length, "done");
    return {
      title: `${counted(readings.length, "reading")} of ${counted(organisations.length, "organisation")}`,
      ...draftOf(context, tested, answers, "/readings"),
    };
  },
};

/** `/alliances/{id}/readings`: alliance or instrument, on one organisation. */
export const allianceReadingsView: View = {
  path: "/alliances/{id}/readings",
  describe:
    "alliance or instrument: rival readings of one organisation, what each implies, and what the record says",
  example: "/alliances/csto/readings",
  parameters: [],
  canonical: (record, { id = "" }) => ({ id: organisationOf(record, id).id }),
  compute: async (context) => {
    const { id, short } = organisationOf(context.record, context.path["id"] ?? "");
    const title = `Readings of ${short}`;
    context.partial?.(headOf(title));
    const answers = answersOf(context);
    const tested = await testedOf(context, id, answers);
    return {
      title,
      ...draftOf(context, [tested], answers, `/alliances/${tested.id}/readings`),
    };
  },
};
