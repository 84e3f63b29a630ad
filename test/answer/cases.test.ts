import { describe, expect, it } from "vitest";
import type { Answer, Finding } from "../../src/answer/answer.ts";
import { computeAnswer } from "../../src/answer/compute-answer.ts";
import { DEFAULT_QUERY } from "../../src/answer/query-text.ts";
import { organisationBody } from "../../src/answer/body.ts";
import {
  CONDUCT_METHOD,
  conductParts,
  conductSources,
} from "../../src/answer/views/track-record.ts";
import { parseEventDate } from "../../src/dates/parse-event-date.ts";
import { NotFoundError } from "../../src/errors.ts";
import type { CasusRecord } from "../../src/record/record.ts";
import { answerOf, kernels, record } from "../laboratory.ts";

const finding = ({ findings }: Answer, id: string): Finding =>
  findings.find((one) => one.id === id)!;

describe("/cases", () => {
  it("filters by every column it says, and never shares out a crisis without a call", async () => {
    const all = await answerOf("/cases");
    expect(all.rows).toHaveLength(record.cases.length);
    const csto = await answerOf("/cases?organisation=csto&threat=internal&from=2022&to=2022");
    expect(csto.rows.map(({ id }) => id)).toEqual(["kaz-2022-01"]);
    const silent = await answerOf("/cases?outcome=no-appeal");
    expect(silent.summary["calls"]).toBe(0);
    expect(silent.summary["answered_share"]).toBeNull();
    expect(silent.rows.every((row) => row["answered"] === null)).toBe(true);
  });

  it("narrows by confidence and widens by coding", async () => {
    const [low, high, any] = await Promise.all(
      ["/cases", "/cases?confidence=high", "/cases?coding=any"].map(answerOf),
    );
    expect(high!.rows.length).toBeLessThan(low!.rows.length);
    expect(high!.rows.every((row) => row["confidence"] === "high")).toBe(true);
    expect(Number(any!.summary["answered_share"])).toBeGreaterThan(
      Number(low!.summary["answered_share"]),
    );
  });
});

describe("/cases/kaz-2022-01", () => {
  it("derives the lags as intervals, by the hour and by the day", async () => {
    const { summary } = await answerOf("/cases/kaz-2022-01");
    expect(Number(summary["appeal_decision_hours_most"])).toBeLessThan(16);
    expect(Number(summary["decision_troops_hours_most"])).toBeLessThan(24);
    expect(summary).toMatchObject({
      decision_session_day_least: 4,
      decision_session_day_most: 4,
      decision_withdrawal_start_day_least: 7,
      decision_withdrawal_start_day_most: 7,
      decision_withdrawal_end_day_least: 13,
      decision_withdrawal_end_day_most: 13,
    });
  });

  it("chooses one consultation and one lag in its findings, rows, conformance and claims", async () => {
    const [item, replayed, claim] = await Promise.all([
      answerOf("/cases/kaz-2022-01"),
      answerOf("/cases/kaz-2022-01/conformance"),
      answerOf("/claims/csto-2022/12"),
    ]);
    const lag = item.findings.find(({ id }) => id === "appeal-consultation");
    expect(lag?.text).toContain(
      'the dates leave open which came first ("consultation-belarus")',
    );
    const duty = replayed.rows.find((row) => row["constraint"] === "cst-2-2-2010-consult");
    expect(duty).toMatchObject({
      status: "undecidable",
      events: "appeal consultation-belarus",
      lag: "-24.9 to 7.8 hours",
    });
    const decision = item.rows.find((row) => row["event"] === "decision");
    expect(decision?.["since_call_least"]).toBe(0);
    expect(claim.summary).toMatchObject({
      verdict: "supported",
      observed: expect.stringContaining("holds (0 to 11.68 hours") as unknown,
    });
  });

  it("names both articles and the agreement of 2007 as invoked", async () => {
    const answer = await answerOf("/cases/kaz-2022-01");
    const { text } = finding(answer, "articles");
    expect(text).toContain("cst-1992 article 4");
    expect(text).toContain("cst-1992 article 2");
    expect(text).toMatch(/peacekeeping/u);
    expect(text).toMatch(/2007/u);
  });

  it("ranks it among collective decisions and among answered calls about unrest", async () => {
    const answer = await answerOf("/cases/kaz-2022-01");
    const { comparison } = finding(answer, "appeal-decision");
    expect(comparison).toMatch(/rank \d+( to \d+)? of \d+ among calls decided collectively/u);
    expect(comparison).toMatch(
      /rank \d+( to \d+)? of \d+ among answered calls about a threat coded internal/u,
    );
    const compare = await answerOf("/cases/kaz-2022-01/compare");
    const row = compare.rows.find(
      (one) =>
        one["lag"] === "appeal-decision" && String(one["class"]).includes("collectively"),
    )!;
    expect(Number(row["best"])).toBeLessThanOrEqual(Number(row["worst"]));
    expect(Number(row["worst"])).toBeLessThanOrEqual(Number(row["of"]));
  });

  it("leaves events of lower confidence out of the lags when asked to", async () => {
    const whole = await answerOf("/cases/kaz-2022-01");
    const high = await answerOf("/cases/kaz-2022-01?confidence=high");
    expect(high.rows.length).toBeLessThan(whole.rows.length);
    expect(high.rows.every((row) => row["confidence"] === "high")).toBe(true);
  });

  it("is not found under another name, and the nearest is named", async () => {
    await expect(answerOf("/cases/kaz-2022-02")).rejects.toThrow(NotFoundError);
    await expect(answerOf("/treaties/cst-1993")).rejects.toMatchObject({
      hint: expect.stringContaining("cst-1992") as string,
    });
  });
});

describe("/states/{key}", () => {
  it("lists the cases of a state with what it did, and its treaties, each with its address", async () => {
    const kaz = await answerOf("/states/kaz");
    const rowsOf = (id: string) => kaz.sections.find((one) => one.id === id)?.rows ?? [];
    expect(rowsOf("cases").find((row) => row["case"] === "kaz-2022-01")).toMatchObject({
      part: "called; was concerned",
      outcome: "troops",
      address: "/cases/kaz-2022-01",
    });
    expect(rowsOf("treaties").map((row) => row["address"])).toContain("/treaties/cst-1992");
    const called = record.cases.filter((item) =>
      item.appellant?.states.includes("KAZ" as never),
    );
    expect(kaz.findings.find(({ id }) => id === "cases")?.text).toContain(
      `it called in ${called.length},`,
    );
    const poland = await answerOf("/states/pol?at=2020-01-01");
    const treaties = poland.sections.find(({ id }) => id === "treaties")?.rows ?? [];
    expect(treaties.map((row) => row["treaty"])).toContain("gbr-pol-1939");
    for (const { columns } of [poland, ...poland.sections])
      for (const { label } of columns) expect(label).toMatch(/^[A-Z]/u);
  });
});

describe("conformance", () => {
  it("shows the agreement of 2007 open on both days", async () => {
    for (const id of ["kgz-2010-06", "kaz-2022-01"]) {
      const { sections } = await answerOf(`/cases/${id}/conformance`);
      const routes = sections.find((section) => section.id === "routes")!.rows;
      const agreement = routes.filter((row) => row["treaty"] === "csto-peacekeeping-2007");
      expect(agreement.length).toBeGreaterThan(0);
      expect(agreement.every((row) => row["in_force"] === "yes")).toBe(true);
    }
  });

  it("judges each case under the text in force on its day", async () => {
    const text = async (id: string) =>
      (await answerOf(`/cases/${id}/conformance`)).summary["texts"];
    expect(await text("kgz-2010-06")).toContain("cst-1992@1992");
    expect(await text("kaz-2022-01")).toContain("cst-1992@2010");
  });
});

describe("/treaties/cst-1992", () => {
  it("shows the text of the day and what changed since", async () => {
    const { summary, sections, rows } = await answerOf("/treaties/cst-1992?at=2010-06-12");
    expect(summary["text"]).toBe("1992");
    expect(String(summary["parties"]).split(" ")).toContain("UZB");
    expect(rows.some(({ provision }) => provision === "cst-4-1992")).toBe(true);
    const since = sections.find(({ id }) => id === "since")!.rows.map(({ article }) => article);
    expect(since).toEqual(expect.arrayContaining(["2(2)", "4"]));
    const early = await answerOf("/treaties/cst-1992?at=1993-01-01");
    expect(early.rows).toEqual([]);
    expect(early.summary["text"]).toBeNull();
  });
});

describe("/alliances/csto/responsiveness", () => {
  it("gives share, incidence, tests and yardstick, each with what it rests on", async () => {
    const answer = await answerOf("/alliances/csto/responsiveness");
    const share = finding(answer, "answered");
    expect(share.n).toBeGreaterThanOrEqual(5);
    expect(share.lower!).toBeLessThan(share.value!);
    expect(share.upper!).toBeGreaterThan(share.value!);
    expect(finding(answer, "equality").text).toContain("smallest attainable");
    expect(finding(answer, "missions").value).toBe(37);
    const incidence = answer.sections.find(({ id }) => id === "incidence")!.rows;
    for (const row of incidence) {
      expect(Number(row["answered_least"])).toBeLessThanOrEqual(Number(row["answered_most"]));
    }
    const rows = answer.rows.map((row) => row["case"]);
    expect(rows).toContain("kaz-2022-01");
    expect(rows).not.toContain("blr-2020-08");
  });

  it("withholds shares of an organisation with few calls", async () => {
    const few = await answerOf("/alliances/gcc/responsiveness?from=2025&to=2025");
    expect(finding(few, "answered")).toMatchObject({ value: null, lower: null, upper: null });
  });
});

describe("the parts of an assessment on conduct", () => {
  it("are track record, procedure, instrument and equality, with findings that exist", async () => {
    const context = {
      record,
      kernels,
      path: {},
      query: DEFAULT_QUERY,
      signal: null,
      progress: null,
    };
    const { sections, findings } = conductParts(context, organisationBody(record, "csto"));
    expect(sections.map(({ id }) => id)).toEqual([
      "track-record",
      "procedure",
      "instrument",
      "equality",
    ]);
    const methods = CONDUCT_METHOD.map(({ name }) => name);
    expect(methods).toEqual(expect.arrayContaining(findings.map(({ method }) => method)));
    const known = new Set(record.sources.map(({ id }) => id));
    const sources = conductSources(context, organisationBody(record, "csto"));
    expect(sources.length).toBeGreaterThan(10);
    expect(sources.every((id) => known.has(id))).toBe(true);
    const ids = new Set(findings.map(({ id }) => id));
    for (const section of sections) {
      for (const id of section.findings) expect(ids.has(id)).toBe(true);
      const names = section.columns.map(({ name }) => name);
      for (const row of section.rows)
        expect(names).toEqual(expect.arrayContaining(Object.keys(row)));
    }
  });
});

/** The record with one event of one case on another date. */
function withDate(id: string, eventId: string, date: string): CasusRecord {
  const cases = record.cases.map((item) =>
    item.id === id
      ? {
          ...item,
          events: item.events.map((event) =>
            event.id === eventId ? { ...event, date: parseEventDate(date, event.zone) } : event,
          ),
        }
      : item,
  );
  return { ...record, cases };
}

describe("a changed date", () => {
  const addresses = [
    ...record.cases.flatMap(({ id }) => [`/cases/${id}`, `/cases/${id}/conformance`]),
    "/cases",
    "/alliances/csto/responsiveness",
    "/alliances/nato/responsiveness",
  ];
  const findingsOf = async (from: CasusRecord): Promise<ReadonlyMap<string, string>> => {
    const all = new Map<string, string>();
    for (const address of addresses) {
      const { findings } = await computeAnswer(from, address, { kernels });
      for (const one of findings) all.set(`${address}#${one.id}`, JSON.stringify(one));
    }
    return all;
  };
  const changedBy = async (id: string, eventId: string, date: string) => {
    const [before, after] = [
      await findingsOf(record),
      await findingsOf(withDate(id, eventId, date)),
    ];
    expect([...after.keys()]).toEqual([...before.keys()]);
    return [...before.keys()].filter((key) => before.get(key) !== after.get(key));
  };

  it("changes the findings that rest on it and no other", async () => {
    expect(await changedBy("kaz-2022-01", "withdrawal-end", "2022-01-21")).toEqual([
      "/cases/kaz-2022-01#decision-withdrawal-end",
      "/cases/kaz-2022-01#troops-withdrawal-end",
    ]);
  });

  it("changes nothing where no finding rests on it", async () => {
    expect(await changedBy("kaz-2022-01", "price-cap-lifted", "2021-12-31")).toEqual([]);
  });
});
