import { describe, expect, it } from "vitest";
import { linkedomDocument } from "../../src/figures/linkedom-document.ts";
import { renderFigure } from "../../src/figures/render-figure.ts";
import type { Figure, Row } from "../../src/answer/answer.ts";
import { answerOf, record } from "../laboratory.ts";

const draw = (figure: Figure, rows: readonly Row[]): string =>
  renderFigure(figure, rows, { document: linkedomDocument(), width: 760 });

describe("the timeline of a case", () => {
  it("shows the sixty hours about the call of January 2022 by themselves", async () => {
    const { figure, rows, sections } = await answerOf("/cases/kaz-2022-01");
    expect(figure).toMatchObject({ kind: "timeline", zone: "+06:00", window: null });
    const hours = sections.find(({ id }) => id === "hours")!;
    expect(hours.figure).toMatchObject({
      window: { from: "2022-01-04T10:00Z", to: "2022-01-06T22:00Z" },
    });
    const events = hours.rows.map(({ event }) => event);
    expect(events).toEqual(expect.arrayContaining(["appeal", "decision", "deployment"]));
    expect(events).not.toContain("withdrawal-end");
    expect(hours.rows.length).toBeLessThan(rows.length);
    const svg = draw(hours.figure!, hours.rows);
    for (const name of events) expect(svg).toContain(`>${String(name).replaceAll("-", " ")}<`);
    for (const label of ["18:00", "5 Jan", "06:00", "6 Jan"]) {
      expect(svg).toContain(`>${label}<`);
    }
    expect(svg).toContain("4 Jan 2022 16:00 to 7 Jan 2022 04:00, UTC+06:00");
  });

  it("is drawn for every case, with hours only where the call is known by the clock", async () => {
    for (const { id, events } of record.cases) {
      const { figure, rows, sections } = await answerOf(`/cases/${id}`);
      const svg = draw(figure!, rows);
      expect(svg).not.toMatch(/NaN|Infinity|undefined/u);
      const hours = sections.find((section) => section.id === "hours");
      const call = events.find(({ type }) => type === "appeal")?.date;
      if (hours !== undefined) {
        expect(call!.latest - call!.earliest).toBeLessThanOrEqual(86_400_000);
        expect(hours.rows.length).toBeLessThan(rows.length);
      }
    }
  });
});

describe("the lags of a case beside its reference class", () => {
  it("are bars in order with the case marked", async () => {
    const { sections } = await answerOf("/cases/kaz-2022-01/compare");
    const part = sections.find(({ id }) => id === "lags-appeal-decision")!;
    expect(part.figure).toMatchObject({ kind: "lags", highlight: "kaz-2022-01" });
    const middles = part.rows
      .map(({ hours }) => hours)
      .filter((hours) => typeof hours === "number");
    expect(middles).toEqual(middles.toSorted((a, b) => a - b));
    const svg = draw(part.figure!, part.rows);
    expect(svg).toContain("\u25B8 kaz-2022-01");
    expect(svg).toMatch(/kaz-2022-01, marked, stands 1 of \d+: 0 to 11\.7 h\./u);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/u);
  });
});

describe("an assessment", () => {
  it("names the methods and sources of its findings on conduct", async () => {
    const { method, findings, sources } = await answerOf("/alliances/csto/assessment");
    const names = method.map(({ name }) => name);
    for (const id of ["track-record", "track-within-7", "equality"]) {
      expect(names).toContain(findings.find((one) => one.id === id)!.method);
    }
    const cases = record.cases.filter(({ organisation }) => organisation === "csto");
    const cited = new Set(sources.map(({ id }) => id));
    const own = cases.flatMap(({ events }) =>
      events.flatMap((event) =>
        event.sources.flatMap((source) => (source.kind === "registered" ? [source.id] : [])),
      ),
    );
    expect(own.length).toBeGreaterThanOrEqual(5);
    for (const id of own) expect(cited).toContain(id);
  });
});
