import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { missingSpans } from "../../src/figures/missing-spans.ts";
import { seriesPoints } from "../../src/figures/series-points.ts";
import { valueDomain } from "../../src/figures/value-domain.ts";
import { wrapText, textWidth } from "../../src/figures/wrap-text.ts";
import { yearTicks } from "../../src/figures/year-ticks.ts";
import { SERIES } from "./figures.ts";

const years = fc.uniqueArray(fc.integer({ min: 1946, max: 2025 }), {
  minLength: 2,
  maxLength: 40,
});

describe("layout", () => {
  test("ticks are whole years within the range and no more than asked for", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1800, max: 2025 }),
        fc.nat(225),
        fc.integer({ min: 2, max: 12 }),
        (from, span, most) => {
          const ticks = yearTicks(from, from + span, most);
          expect(ticks.length).toBeLessThanOrEqual(most);
          for (const tick of ticks) {
            expect(Number.isInteger(tick)).toBe(true);
            expect(tick).toBeGreaterThanOrEqual(from);
            expect(tick).toBeLessThanOrEqual(from + span);
          }
        },
      ),
    );
  });

  test("the domain of values holds them all and the rule", () => {
    const value = fc.double({ min: -1e4, max: 1e4, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), fc.option(value), (values, rule) => {
        const [low, high] = valueDomain(values, rule);
        const slack = (high - low) * 1e-6;
        expect(high).toBeGreaterThan(low);
        for (const one of [...values, rule ?? values[0] ?? 0]) {
          expect(one).toBeGreaterThanOrEqual(low - slack);
          expect(one).toBeLessThanOrEqual(high + slack);
        }
      }),
    );
  });

  test("held and missing years together make up the whole range", () => {
    fc.assert(
      fc.property(years, (held) => {
        const points = seriesPoints(
          SERIES,
          held.map((year) => ({ year, value: 1 })),
        );
        const { step } = points;
        const [from, to] = points.range;
        const spans = missingSpans(points.series, { step: 1 }, [from - 0.5, to + 0.5]);
        const missing = spans.reduce((sum, span) => sum + span.to - span.from, 0);
        expect(step).not.toBeNull();
        expect(missing + held.length).toBe(to - from + 1);
      }),
    );
  });

  test("each gap of a series holds one empty point, and no value is lost", () => {
    fc.assert(
      fc.property(years, (held) => {
        const { series, step } = seriesPoints(
          SERIES,
          held.map((year) => ({ year, value: 1 })),
        );
        const points = series[0]?.points ?? [];
        const sorted = held.toSorted((a, b) => a - b);
        const gaps = sorted.filter(
          (year, i) => i > 0 && year - sorted[i - 1]! > (step ?? 0) * 1.5,
        );
        expect(points.filter(({ y }) => y !== null).map(({ x }) => x)).toStrictEqual(sorted);
        expect(points.filter(({ y }) => y === null)).toHaveLength(gaps.length);
      }),
    );
  });

  test("wrapped text keeps its words and its width", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/u)), (words) => {
        const lines = wrapText(words.join(" "), 120, 11);
        expect(lines.join(" ")).toBe(words.join(" "));
        for (const line of lines) {
          if (line.includes(" ")) expect(textWidth(line, 11)).toBeLessThanOrEqual(120);
        }
      }),
    );
  });
});
