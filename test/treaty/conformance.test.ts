import { describe, expect, it } from "vitest";
import { parseEventDate } from "../../src/dates/parse-event-date.ts";
import type { Case, CaseEvent } from "../../src/record/case.ts";
import { conformance, dateOfCase } from "../../src/treaty/conformance.ts";
import { instrumentFit } from "../../src/treaty/instrument-fit.ts";
import { openRoutes } from "../../src/treaty/open-routes.ts";
import { record } from "../laboratory.ts";

const organisationOf = (id: string) =>
  record.organisations.find((one) => one.id === id) ?? null;
const caseOf = (id: string): Case => record.cases.find((item) => item.id === id)!;
const rowsOf = (item: Case) => conformance(item, record.treaties, organisationOf);

describe("the text in force", () => {
  it("judges June 2010 under the text of 1992 and January 2022 under that of 2010", () => {
    const texts = (id: string) =>
      new Set(
        rowsOf(caseOf(id))
          .filter(({ treaty }) => treaty.id === "cst-1992")
          .map(({ version }) => version),
      );
    expect([...texts("kgz-2010-06")]).toEqual(["1992"]);
    expect([...texts("kaz-2022-01")]).toEqual(["2010"]);
  });

  it("replays no provision that was not in force that day", () => {
    const ids = rowsOf(caseOf("kgz-2010-06")).map(({ constraint }) => constraint.id);
    expect(ids).toContain("cst-4-1992-help");
    expect(ids).not.toContain("cst-4-2010-help");
    const later = rowsOf(caseOf("kaz-2022-01")).map(({ constraint }) => constraint.id);
    expect(later).toContain("cst-4-2010-help");
    expect(later).not.toContain("cst-4-1992-help");
  });
});

describe("January 2022", () => {
  it("finds help after the call, and troops after call and decision", () => {
    const status = new Map(
      rowsOf(caseOf("kaz-2022-01")).map((row) => [row.constraint.id, row.status]),
    );
    expect(status.get("cst-4-2010-help")).toBe("satisfied");
    expect(status.get("cst-4-2010-request")).toBe("satisfied");
    expect(status.get("cst-6-heads-decide")).toBe("satisfied");
  });

  it("turns the answer when a date turns, and that answer only", () => {
    const kaz = caseOf("kaz-2022-01");
    const events = kaz.events.map((event): CaseEvent =>
      event.id === "decision" ? { ...event, date: parseEventDate("2022-01-08") } : event,
    );
    const before = new Map(rowsOf(kaz).map((row) => [row.constraint.id, row]));
    const changed = rowsOf({ ...kaz, events }).filter(
      (row) => before.get(row.constraint.id)!.status !== row.status,
    );
    const status = new Map(changed.map((row) => [row.constraint.id, row.status]));
    expect(status.get("cst-6-heads-decide")).toBe("violated");
    for (const { constraint } of changed) {
      expect(before.get(constraint.id)!.events).toContain("decision");
    }
    expect(changed.length).toBeLessThan(before.size);
  });
});

describe("open routes", () => {
  const routes = (id: string) => openRoutes(caseOf(id), record.treaties, organisationOf);

  it("shows the peacekeeping agreement of 2007 open in June 2010 and in January 2022", () => {
    for (const id of ["kgz-2010-06", "kaz-2022-01"]) {
      const found = routes(id).filter(({ treaty }) => treaty.id === "csto-peacekeeping-2007");
      expect(found.length).toBeGreaterThan(0);
      expect(new Set(found.map(({ inForce }) => inForce))).toEqual(new Set(["yes"]));
    }
  });

  it("shows what the text of 2010 opened: an article 4 that names threats from within", () => {
    const fourth = (id: string) =>
      routes(id).find(
        ({ treaty, provision, inForce }) =>
          treaty.id === "cst-1992" && provision.article === "4" && inForce === "yes",
      )!;
    expect(fourth("kgz-2010-06").coversCoded).toBe(false);
    expect(fourth("kaz-2022-01").coversCoded).toBe(true);
    expect(fourth("kaz-2022-01").invoked).toBe("yes");
  });
});

describe("instrument fit", () => {
  const rowsFor = (id: string) =>
    instrumentFit(caseOf(id), record.treaties, record.forces, organisationOf);

  it("holds the force sent in January 2022 against its mandate and the threat", () => {
    const force = rowsFor("kaz-2022-01").find(
      ({ instrument }) => instrument === "csto-peacekeeping-force",
    )!;
    expect(force).toMatchObject({ available: true, used: true, fitsCoded: "yes" });
    expect(force.mandates.length).toBeGreaterThan(1);
    const rapid = rowsFor("kaz-2022-01").find(({ instrument }) => instrument === "csto-crrf")!;
    expect(rapid).toMatchObject({ used: false, fitsClaimed: "yes", fitsCoded: "no" });
  });

  it("leaves a means without a mandate on record undecidable", () => {
    const rows = instrumentFit(caseOf("kaz-2022-01"), [], [], organisationOf);
    expect(rows.length).toBeGreaterThan(0);
    for (const { mandates, fitsClaimed, fitsCoded, fitsPlace } of rows) {
      expect(mandates).toEqual([]);
      expect([fitsClaimed, fitsCoded, fitsPlace]).toEqual(Array(3).fill("undecidable"));
    }
  });
});

describe("all cases against all treaties", () => {
  it("are replayed, each row with a reason", () => {
    const rows = record.cases.flatMap((item) => [
      ...rowsOf(item),
      ...openRoutes(item, record.treaties, organisationOf),
    ]);
    const judged = rows.filter((row) => "turning" in row);
    expect(judged.length).toBeGreaterThan(100);
    for (const row of judged) expect(row.turning).toMatch(/\.$/u);
  });

  it("have a date each, and are decided by events of their own", () => {
    for (const item of record.cases) {
      expect(dateOfCase(item)).not.toBeNull();
      const ids = new Set(item.events.map(({ id }) => id));
      for (const { events } of rowsOf(item)) {
        for (const id of events) expect(ids.has(id)).toBe(true);
      }
    }
  });
});
