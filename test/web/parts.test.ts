import { createHash } from "node:crypto";
import { array, assert, constantFrom, double, property, tuple, uint8Array } from "fast-check";
import { describe, expect, it } from "vitest";
import { stateNamed } from "../../src/web/controls/state-named.ts";
import { withValue } from "../../src/web/controls/with-value.ts";
import { METHOD_EXAMPLES } from "../../src/web/pages/method-examples.ts";
import { resolveAddress } from "../../src/claims/resolve-address.ts";
import { arrangeGrid } from "../../src/web/pages/arrange-grid.ts";
import { linkOf } from "../../src/web/parts/link-of.ts";
import { filterRows, readOrder, sortRows, writeOrder } from "../../src/web/parts/sort-rows.ts";
import { placeBars, placeTicks } from "../../src/web/parts/timeline-layout.ts";
import { moved, timedEvents, wholeSpan, zoomed } from "../../src/web/parts/timeline-span.ts";
import { catalogue, namesIn } from "../../src/web/worker/catalogue.ts";
import { relatedAddresses } from "../../src/web/worker/related-addresses.ts";
import { isNear } from "../../src/web/worker/nearest-words.ts";
import { searchEntries } from "../../src/web/worker/search-entries.ts";
import { createSearch } from "../../src/web/worker/search-record.ts";
import { sha256 } from "../../src/web/worker/sha-256.ts";
import { allianceCohesionView } from "../../src/answer/views/cohesion.ts";
import { record } from "../laboratory.ts";

const HOUR = 3_600_000;

describe("a table's order", () => {
  const rows = [{ a: 2 }, { a: null }, { a: -1 }, { a: 10 }];

  it("puts empty cells last either way, and numbers by size", () => {
    expect(sortRows(rows, readOrder("a")).map(({ a }) => a)).toEqual([-1, 2, 10, null]);
    expect(sortRows(rows, readOrder("-a")).map(({ a }) => a)).toEqual([10, 2, -1, null]);
    expect(sortRows(rows, readOrder(null))).toBe(rows);
  });

  it("reads what it writes", () => {
    for (const text of ["n", "-n"]) expect(writeOrder(readOrder(text)!)).toBe(text);
    expect(readOrder("-")).toBeNull();
  });

  it("keeps the rows in which every word stands somewhere", () => {
    const named = [
      { a: "Armenia", b: "yes" },
      { a: "Russia", b: "no" },
      { a: "Norway", b: "yes" },
    ];
    expect(filterRows(named, "YES n")).toEqual([named[0], named[2]]);
    expect(filterRows(named, " ")).toBe(named);
  });
});

describe("an address with one value changed", () => {
  it("sets, replaces and takes out, and forgets the page of rows", () => {
    expect(withValue("/rollcalls?q=a%20b&offset=50", { topic: "nu" })).toBe(
      "/rollcalls?q=a%20b&topic=nu",
    );
    expect(withValue("/rollcalls?topic=nu", { topic: "" })).toBe("/rollcalls");
    expect(withValue("/compare", { state: "ARM~KAZ" })).toBe("/compare?state=ARM~KAZ");
    expect(withValue("/rollcalls?q=x", { offset: "200" })).toBe("/rollcalls?q=x&offset=200");
  });
});

describe("a timeline", () => {
  const events = timedEvents([
    { event: "b", type: "x", earliest: "2022-01-05T10:00Z", latest: "2022-01-05T12:00Z" },
    { event: "a", type: "x", earliest: "2022-01-01", latest: "2022-01-02" },
    { event: "undated", type: "x", earliest: null, latest: null },
  ]);
  const whole = wholeSpan(events);

  it("orders what has a date and holds all of it", () => {
    expect(events.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(whole.from).toBeLessThan(Date.parse("2022-01-01"));
    expect(whole.to).toBeGreaterThan(Date.parse("2022-01-05T12:00Z"));
  });

  it("never leaves its bounds, and shows an hour at the least", () => {
    assert(
      property(
        array(tuple(constantFrom(0.1, 0.5, 2, 9), double({ min: 0, max: 1, noNaN: true }))),
        double({ min: -2, max: 2, noNaN: true }),
        (steps, share) => {
          let span = whole;
          for (const [factor, about] of steps) span = zoomed(span, factor, about, whole);
          span = moved(span, share, whole);
          expect(span.from).toBeGreaterThanOrEqual(whole.from - 1);
          expect(span.to).toBeLessThanOrEqual(whole.to + 1);
          expect(span.to - span.from).toBeGreaterThanOrEqual(HOUR - 1);
        },
      ),
    );
  });

  const measure = (text: string): number => text.length * 7;
  const overlaps = (left: number, right: number, from: number, to: number): boolean =>
    left < to && from < right;

  it("puts a name behind its bar, else before it, else over it, cut to the drawing", () => {
    const { bars, height } = placeBars(
      [
        { name: "behind", from: 10, to: 40 },
        { name: "before", from: 250, to: 290 },
        { name: "over", from: -50, to: 400 },
        { name: "far too long for a drawing of three hundred", from: 100, to: 200 },
      ],
      300,
      measure,
    );
    expect(bars.map(({ name }) => name)).toEqual([
      ...["behind", "before", "over", "far too long for a drawing of three hundr…"],
    ]);
    expect(bars.map(({ x }) => x)).toEqual([46, 250 - 6 - 42, 3, 3]);
    expect(bars[2]!.y).toBeLessThan(bars[2]!.top);
    expect(height).toBe(20 + 20 + 35 + 35);
  });

  it("keeps every name in the frame, apart from its bar and from the rows beside it", () => {
    const bar = tuple(
      double({ min: -500, max: 1500, noNaN: true }),
      double({ min: 0, max: 900, noNaN: true }),
      constantFrom("a", "some words of an event", "a sentence ".repeat(12)),
    );
    assert(
      property(array(bar), constantFrom(325, 700, 1000), (given, width) => {
        const { bars, height } = placeBars(
          given.map(([from, length, name]) => ({ name, from, to: from + length })),
          width,
          measure,
        );
        let row = 0;
        for (const { left, width: wide, top, name, x, y } of bars) {
          const right = x + measure(name);
          expect(x).toBeGreaterThanOrEqual(0);
          expect(right).toBeLessThanOrEqual(width);
          expect(left).toBeGreaterThanOrEqual(0);
          expect(left + wide).toBeLessThanOrEqual(width + 1e-6);
          expect(y < top || !overlaps(x, right, left, left + wide)).toBe(true);
          expect(Math.min(top, y - 11)).toBeGreaterThanOrEqual(row);
          row = Math.max(top + 11, y + 3);
        }
        expect(row).toBeLessThanOrEqual(height);
      }),
    );
  });

  it("keeps the labels of its ticks in the frame and apart", () => {
    const ticks = placeTicks(
      [0, 60, 120, 180, 240, 300].map((at) => ({ at, label: "20 Jan" })),
      300,
      measure,
    );
    expect(ticks.map(({ label }) => label !== null)).toEqual([
      ...[true, false, true, true, true, false],
    ]);
    expect(ticks[0]!.x).toBe(3);
    const last = placeTicks([{ at: 299, label: "20 Jan" }], 300, measure)[0]!;
    expect(last.x + measure("20 Jan")).toBeLessThanOrEqual(300);
  });
});

describe("a grid of votes", () => {
  const rows = [
    { address: "/1", A: "yes", B: "yes", C: "yes" },
    { address: "/2", A: "yes", B: "no", C: "absent" },
    { address: "/3", A: "yes", B: "no", C: "no" },
  ];

  it("puts pinned states first and the most divided roll calls on top", () => {
    const { sorted, shownStates } = arrangeGrid(rows, ["A", "B", "C"], {
      order: "split",
      pins: ["C", "Z"],
    });
    expect(shownStates).toEqual(["C", "A", "B"]);
    expect(sorted.map(({ address }) => address)).toEqual(["/2", "/3", "/1"]);
  });
});

describe("the record as pages know it", () => {
  const held = { catalogue: catalogue(record), names: namesIn(record) };

  it("links cells to what they name, and nothing else", () => {
    expect(linkOf("state", "KAZ", held)).toBe("/states/kaz");
    expect(linkOf("state", "mean", held)).toBeNull();
    expect(linkOf("organisation", "csto", held)).toBe("/alliances/csto");
    expect(linkOf("case", "kaz-2022-01", held)).toBe("/cases/kaz-2022-01");
    expect(linkOf("address", "/rollcalls/rc-3", { catalogue: null, names: null })).toBe(
      "/rollcalls/rc-3",
    );
    expect(linkOf("title", "csto", held)).toBeNull();
    expect(linkOf("n", 3, held)).toBeNull();
  });

  it("names the other answers about an organisation", () => {
    const related = relatedAddresses(allianceCohesionView, { id: "csto" });
    expect(related[0]).toMatchObject({ address: "/alliances/csto", label: "Overview" });
    expect(related.map(({ address }) => address)).toContain("/alliances/csto/cohesion");
  });

  const search = createSearch(record);
  const found = (text: string) => search(text).hits;
  const addresses = (text: string, kind: string) =>
    found(text)
      .filter((hit) => hit.kind === kind)
      .map(({ address }) => address);

  it("finds by any word, without accents, and pairs of states", () => {
    expect(found("cote d'ivoire")[0]?.address).toBe("/states/civ");
    expect(found("armenia russia")[0]?.address).toBe("/dyads/arm-rus/alignment");
    expect(found("A/RES/ES-11/1")[0]?.address).toBe("/rollcalls/A-RES-ES-11-1");
    expect(found("collective security treaty").map(({ kind }) => kind)).toContain("Treaty");
    expect(found("zzzz")).toEqual([]);
    expect(found(" ")).toEqual([]);
  });

  it("puts what has the very name or code above what mentions it", () => {
    expect(found("USA")[0]?.address).toBe("/states/usa");
    expect(found("turkey")[0]?.address).toBe("/states/tur");
    expect(found("nato")[0]?.address).toBe("/alliances/nato");
    expect(found("cst-1992")[0]?.address).toBe("/treaties/cst-1992");
    expect(found("kaz-2022-01")[0]?.address).toBe("/cases/kaz-2022-01");
  });

  it("finds methods, and the answers of the same name", () => {
    expect(addresses("kappa", "Method")).toEqual(["/methods#open-kappa=1"]);
    expect(addresses("kappa", "Kind of answer")).toContain("/dyads/arm-rus/alignment");
    expect(addresses("ideal points", "Kind of answer")).toContain("/alliances/csto/positions");
    expect(addresses("ideal points", "Method")).toEqual(["/methods#open-positions=1"]);
    expect(found("cohesion")[0]?.address).toBe("/methods#open-cohesion=1");
    expect(addresses("cohesion", "Kind of answer")[0]).toMatch(/^\/alliances\/\w+\/cohesion/u);
  });

  it("finds articles, claims, events and sources, each at an address of its own", () => {
    const articles = found("article 4 collective security treaty").filter(
      ({ kind }) => kind === "Provision",
    );
    expect(articles.map(({ name }) => name)).toContain(
      "Article 4, Collective Security Treaty (text of 2010)",
    );
    expect(articles.map(({ address }) => address)).toContain(
      "/treaties/cst-1992#data.find=cst-4-2010",
    );
    const fifth = found("article 5").filter(({ kind }) => kind === "Provision");
    expect(fifth[0]!.name).toMatch(/^Article 5,/u);
    expect(fifth.map(({ name }) => name)).toContain("Article 5, North Atlantic Treaty");
    expect(found("north atlantic treaty article 5")[0]).toEqual(
      fifth.find(({ name }) => name === "Article 5, North Atlantic Treaty"),
    );
    expect(addresses("state of emergency almaty", "Event")[0]).toBe(
      "/cases/kaz-2022-01#data.find=emergency-almaty&zoom=2022-01-04T07:30~2022-01-05T08:31",
    );
    const [file] = record.claims;
    const [claim] = file!.claims;
    expect(addresses(claim!.claim, "Claim")).toContain(`/claims/${file!.id}/${claim!.n}`);
    expect(addresses(file!.title, "Claim")).toContain(`/claims/${file!.id}`);
    expect(addresses("natural earth", "Source")).toEqual(["/data#sources.find=natural-earth"]);
    const all = searchEntries(record).map(({ hit }) => `${hit.kind} ${hit.address}`);
    expect(all.length).toBe(new Set(all).size);
  });

  it("takes a long word for the nearest one, only where nothing holds it", () => {
    const { hits, instead } = search("articel 4");
    expect(instead).toBe("article 4");
    expect(hits).toEqual(found("article 4"));
    expect(search("armennia")).toMatchObject({ instead: "armenia" });
    expect(search("article 4").instead).toBeNull();
    expect(search("cubq")).toMatchObject({ instead: null, hits: [] });
    for (const [one, other] of [
      ...[
        ["abcde", "abde"],
        ["abcde", "abxde"],
        ["abcde", "abdce"],
        ["abcde", "xabcde"],
      ],
    ] as const) {
      expect([isNear(one, other), isNear(other, one)]).toEqual([true, true]);
    }
    expect(isNear("abcde", "abdec")).toBe(false);
    expect(isNear("abcde", "axcdx")).toBe(false);
  });
});

describe("a state that a reader writes", () => {
  const { states } = catalogue(record);

  it.each([
    ["kaz", "KAZ"],
    ["Türkiye", "TUR"],
    ["turkey", "TUR"],
    ["belar", "BLR"],
    ["niger", "NER"],
    ["united", undefined],
    ["zzz", undefined],
    ["", undefined],
  ])("%j is %s", (written, key) => {
    expect(stateNamed(states, written)?.key).toBe(key);
  });
});

describe("the page of methods", () => {
  it.each(METHOD_EXAMPLES)("works $title at an address of the record", ({ id, address }) => {
    expect(METHOD_EXAMPLES.filter((one) => one.id === id)).toHaveLength(1);
    const { canonical, view } = resolveAddress(record, address);
    // What is a default is left out of the one form of an address.
    expect(address).toContain(canonical.split("?")[0]);
    expect(view.describe).not.toBe("");
  });
});

describe("SHA-256 without the browser's own", () => {
  it("is Node's", () => {
    assert(
      property(uint8Array({ maxLength: 300 }), (bytes) => {
        expect(sha256(bytes)).toBe(createHash("sha256").update(bytes).digest("hex"));
      }),
    );
  });
});
