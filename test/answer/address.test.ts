import { describe, expect, it } from "vitest";
import { splitAddress } from "../../src/answer/address.ts";
import { FIRST_TREATY_YEAR } from "../../src/answer/parameter-kinds.ts";
import { resolveAddress } from "../../src/answer/resolve-address.ts";
import { VIEWS } from "../../src/answer/views/index.ts";
import { CasusError } from "../../src/errors.ts";
import { seededRandom } from "../../src/kernels/random.ts";
import { answerOf, record } from "../laboratory.ts";

/** Every resolved address is counted; this many of each kind are answered. */
const MOST_PER_VIEW = 2;

/** What is said of an address that names nothing. */
function errorLine(text: string): string {
  try {
    resolveAddress(record, text);
  } catch (error) {
    expect(error).toBeInstanceOf(CasusError);
    return (error as CasusError).line;
  }
  throw new Error(`${text} resolves`);
}

describe("an address", () => {
  it("comes apart into segments, query and form", () => {
    expect(splitAddress("/alliances/csto/cohesion.csv?from=1992&topic=nu")).toEqual({
      segments: ["alliances", "csto", "cohesion"],
      pairs: [
        ["from", "1992"],
        ["topic", "nu"],
      ],
      extension: "csv",
    });
  });

  it.each([
    ["/alliances/CSTO/alignment?seed=1&from=1992", "/alliances/csto/alignment?from=1992"],
    ["/groups/tjk~kaz~KAZ~kgz/cohesion", "/groups/KAZ~KGZ~TJK/cohesion"],
    ["/dyads/rus-arm/alignment", "/dyads/arm-rus/alignment"],
    ["/dyads/rus-arm?from=1992", "/dyads/arm-rus/alignment?from=1992"],
    ["/rollcalls/A%2FRES%2FES-11%2F1", "/rollcalls/A-RES-ES-11-1"],
    ["/rollcalls/a-res-es-11-1", "/rollcalls/A-RES-ES-11-1"],
    ["/rollcalls/rc-3011001", "/rollcalls/A-RES-ES-11-1"],
    ["/states/KAZ", "/states/kaz"],
    [
      "/alliances/csto/alignment?to=2024-12-31&from=1992-01-01",
      "/alliances/csto/alignment?from=1992&to=2024",
    ],
  ])("%s has the canonical form %s", (text, canonical) => {
    expect(resolveAddress(record, text).canonical).toBe(canonical);
  });

  it("keeps its canonical form when resolved again", () => {
    for (const { example } of VIEWS) {
      const { canonical } = resolveAddress(record, example);
      expect(resolveAddress(record, canonical).canonical).toBe(canonical);
    }
  });

  it.each([
    ["alliances", /begins with "\/"/u],
    ["/alliances/csot", /no alliance "csot".*csto/u],
    ["/alliances/csto/alignment?from=1800", /from="1800".*1946/u],
    ["/alliances/csto/alignment?from=2020&to=2010", /is after/u],
    ["/alliances/csto/alignment?colour=red", /not a parameter.*convention/u],
    ["/alliances/csto/alignment?from=1992&from=1993", /given twice/u],
    ["/alliances/csto/alignment.pdf", /not a form.*\.json/u],
    ["/alliances/csto/alignment?measure=rho", /kappa/u],
    ["/states/kazz", /no state "kazz".*KAZ/u],
    ["/dyads/arm-arm/alignment", /not a dyad/u],
    ["/dyads/arm/alignment", /not a dyad/u],
    ["/groups/ARM/cohesion", /not a group/u],
    ["/states/xkx/..%2f", /no address|no state/u],
    ["/groups/XKX~ARM", /no vote/u],
    ["/rollcalls?q=", /1 to 200/u],
    ["/rollcalls/%ff", /percent-encoding/u],
    ["/treaties/gbr-pol-1939?at=1940", /at="1940".*takes a day from 1939 on, such as/u],
    ["/treaties/gbr-pol-1939?at=1938-01-01", /from 1939 on/u],
    ["/alliances/nato?at=1940-01-01", /from 1946 on/u],
    ["/nothing/here", /no address/u],
    ["/dyads/arm-xyz", /no state "xyz"/u],
    ["/dyads/arm-rus/brakes", /Nearest: \/dyads\/arm-rus\/breaks, /u],
    ["/alliance/csto", /Nearest: \/alliances\/csto, /u],
    ["/states/uzb/alignment", /Nearest: \/states\/uzb, /u],
  ])("%s is refused in one line", (text, message) => {
    const line = errorLine(text);
    expect(line).toMatch(message);
    expect(line).not.toContain("\n");
  });

  it("goes back to the earliest treaty and case where treaties and cases are asked for", async () => {
    const years = [
      ...record.treaties.map(({ signed }) => signed.date.text),
      ...record.cases.flatMap(({ events }) => events.slice(0, 1).map(({ date }) => date.text)),
    ].map((text) => Number(text.slice(0, 4)));
    expect(Math.min(...years)).toBe(FIRST_TREATY_YEAR);
    const treaty = await answerOf("/treaties/gbr-pol-1939?at=1940-01-01");
    expect(treaty.summary["at"]).toBe("1940-01-01");
    expect(treaty.findings[0]?.text).toContain("was in force in the text of");
    const cases = await answerOf("/cases?from=1939&to=1945");
    const begun = cases.rows.map((row) => String(row["date"]));
    expect(begun.filter((text) => !text.startsWith(".."))).toEqual(["1939-09-01"]);
  });

  it.each([
    "/alliances/csto/cohesion?from=2030",
    "/dyads/arm-rus/alignment?from=2026",
    "/rollcalls?from=2030-06-01",
    "/cases?from=2090",
    "/alliances/csto/stances?from=2030",
    "/alliances/csto/participation?from=2030",
  ])("%s, after the last day of the record, is refused in one line", async (address) => {
    const refused = await answerOf(address).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(CasusError);
    expect((refused as CasusError).line).toMatch(/lies after 20\d\d-.*begins on/u);
  });

  it("offers in place of what names nothing only addresses that name something", () => {
    for (const text of ["/dyad/arm-rus", "/state/uzb", "/case/kaz-2022-01", "/groups"]) {
      const line = errorLine(text);
      const near = /Nearest: (.*)\.$/u.exec(line)?.[1]?.split(", ") ?? [];
      expect(near.length).toBeGreaterThan(0);
      for (const address of near) {
        expect(resolveAddress(record, address).canonical).toBe(address);
      }
    }
  });

  it("never throws anything but a typed error, over 10,000 random addresses", async () => {
    const random = seededRandom(20_260_301);
    const pieces = [
      ...VIEWS.flatMap(({ path, example }) => [path, example, ...path.split("/")]),
      ...[
        "csto",
        "nato",
        "KAZ~ARM",
        "arm-rus",
        "A-RES-ES-11-1",
        "rc-3",
        "kaz",
        "..",
        "",
        "%",
        "%00",
        "%F0%9F",
        "é",
        "\u0000",
      ],
      ...[
        "?",
        "&",
        "=",
        "/",
        "~",
        "-",
        ".json",
        ".csv",
        ".svg",
        ".exe",
        "from=1992",
        "to=2100",
        "to=x",
        "topic=nu",
        "seed=-1",
      ],
      ...[
        "measure=pi",
        "limit=99999999999",
        "state=ZZZ",
        "state=ARM~",
        "__proto__",
        "constructor",
        "toString",
        "level=0.9",
        "<script>",
      ],
    ];
    const names = [
      "csto",
      "GCC",
      "KAZ~ARM",
      "usa~rus~chn",
      "arm-rus",
      "rus-xkx",
      "A-RES-ES-11-1",
      "rc-3",
      "kaz",
      "YUG",
      "ZZZ",
      "~",
      "-",
    ];
    const queries = [
      "from=2019",
      "to=2021",
      "from=2020-02-30",
      "by=year",
      "by=all",
      "topic=hr",
      "measure=pi",
      "draws=100",
      "seed=7",
      "limit=5",
      "q=war",
      "level=0.8",
      "state=ARM",
      "at=1999-12-31",
      "x=1",
    ];
    const some = (): string => pieces[random.below(pieces.length)]!;
    const computed = new Set<string>();
    const perView = new Map<string, number>();
    for (let i = 0; i < 10_000; i += 1) {
      const grammar = random.below(2) === 0;
      const filled = VIEWS[random.below(VIEWS.length)]!.path.replaceAll(
        /\{\w+\}/gu,
        () => names[random.below(names.length)]!,
      );
      const query = Array.from(
        { length: random.below(4) },
        () => queries[random.below(queries.length)]!,
      ).join("&");
      const text = grammar
        ? `${filled}${query === "" ? "" : `?${query}`}`
        : `${random.below(9) === 0 ? "" : "/"}${Array.from({ length: 1 + random.below(6) }, some).join(random.below(2) === 0 ? "/" : "")}`;
      try {
        const { canonical, view } = resolveAddress(record, text);
        const before = perView.get(view.path) ?? 0;
        if (computed.has(canonical) || before === MOST_PER_VIEW) continue;
        computed.add(canonical);
        perView.set(view.path, before + 1);
        await answerOf(text);
      } catch (error) {
        if (!(error instanceof CasusError))
          throw new Error(`${JSON.stringify(text)}: ${String(error)}`, { cause: error });
      }
    }
    expect(computed.size).toBeGreaterThan(20);
  }, 120_000);
});
