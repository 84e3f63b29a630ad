import { UsageError } from "../../errors.ts";
import type { OpenItemKernel } from "../../kernels/positions-types.ts";
import { fitPositions } from "./fit-positions.ts";
import { fitPlane, type PlaneFit, type PlaneOptions } from "./fit-plane.ts";
import type { PositionData, PositionFit, PositionOptions } from "./position-data.ts";

/** What a static fit takes: `fitPositions`' options without evolution, or a plane's. */
export type StaticOptions =
  | ({ readonly dimensions: 1 } & Omit<PositionOptions, "evolution">)
  | ({ readonly dimensions: 2 } & PlaneOptions);

/** What a static fit gives, by its number of dimensions. */
export type StaticFit<Options extends StaticOptions> = Options extends {
  readonly dimensions: 2;
}
  ? PlaneFit
  : PositionFit;

/**
 * Ordinal ideal points of voters over all the votes given, as if nobody moved: on a line (the
 * model of `fitPositions` with one period) or in a plane (`fitPlane`).
 *
 * @throws UsageError where the votes do not determine positions.
 */
export function staticPositions<const Options extends StaticOptions>(
  data: PositionData,
  options: Options,
  open: OpenItemKernel,
): StaticFit<Options> {
  const pooled: PositionData = {
    ...data,
    periods: 1,
    period: new Uint16Array(data.item.length),
  };
  const asked: StaticOptions = options;
  if (asked.dimensions === 1) return fitPositions(pooled, asked, open) as StaticFit<Options>;
  if (asked.dimensions === 2) return fitPlane(pooled, asked) as StaticFit<Options>;
  throw new UsageError(`dimensions must be 1 or 2, got ${String(options.dimensions)}.`);
}
