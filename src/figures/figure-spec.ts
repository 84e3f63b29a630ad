import type { FigureInput, FigureOf, FigureSpec, Frame } from "./figure-spec-types.ts";
import { lagsSpec } from "./lags-spec.ts";
import { ranksSpec } from "./ranks-spec.ts";
import { seriesSpec } from "./series-spec.ts";
import { spansSpec } from "./spans-spec.ts";
import { timelineSpec } from "./timeline-spec.ts";
import { votesSpec } from "./votes-spec.ts";

/** What a figure shows and how Plot is to draw it, from an answer's rows; no document is needed. */
export function figureSpec(input: FigureInput, frame: Frame): FigureSpec {
  switch (input.figure.kind) {
    case "series":
      return seriesSpec(input as FigureInput<FigureOf<"series">>, frame);
    case "ranks":
      return ranksSpec(input as FigureInput<FigureOf<"ranks">>, frame);
    case "votes":
      return votesSpec(input as FigureInput<FigureOf<"votes">>, frame);
    case "timeline":
      return timelineSpec(input as FigureInput<FigureOf<"timeline">>, frame);
    case "lags":
      return lagsSpec(input as FigureInput<FigureOf<"lags">>, frame);
    default:
      return spansSpec(input as FigureInput<FigureOf<"spans">>, frame);
  }
}
