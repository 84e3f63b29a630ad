import type { Row } from "../../answer/answer.ts";
import { textOf } from "../parts/row-text.ts";

const SIZE = 190;
const EDGE = 24;

/** What was forecast against what came true; a point on the diagonal is a forecast that held. */
export function CalibrationPlot({ rows }: { readonly rows: readonly Row[] }) {
  const points = rows.flatMap((row) => {
    const { forecast, observed, lower, upper } = row;
    return [forecast, observed, lower, upper].every((cell) => typeof cell === "number")
      ? [
          {
            model: textOf(row, "model"),
            key: `${textOf(row, "model")} ${textOf(row, "question")} ${textOf(row, "from")}`,
            forecast: forecast as number,
            observed: observed as number,
            lower: lower as number,
            upper: upper as number,
          },
        ]
      : [];
  });
  if (points.length === 0) return null;
  const x = (at: number): number => EDGE + at * (SIZE - EDGE - 6);
  const y = (at: number): number => SIZE - EDGE - at * (SIZE - EDGE - 6);
  return (
    <div class="calibration">
      <h3>Calibration</h3>
      <svg
        viewBox={`0 0 ${SIZE} ${SIZE}`}
        role="img"
        aria-label="Share that came true against the forecast; the numbers stand in the table of calibration"
      >
        <line class="axis" x1={x(0)} y1={y(0)} x2={x(1)} y2={y(0)} />
        <line class="axis" x1={x(0)} y1={y(0)} x2={x(0)} y2={y(1)} />
        <line class="axis dashed" x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
        {points.map(({ key, model, forecast, observed, lower, upper }) => (
          <g key={key} class={model === "choice" ? "by-choice" : "by-base"}>
            <line x1={x(forecast)} x2={x(forecast)} y1={y(lower)} y2={y(upper)} />
            {model === "choice" ? (
              <circle cx={x(forecast)} cy={y(observed)} r={4} />
            ) : (
              <rect x={x(forecast) - 4} y={y(observed) - 4} width={8} height={8} />
            )}
          </g>
        ))}
        <text x={x(0)} y={SIZE - 9}>
          0
        </text>
        <text x={x(1)} y={SIZE - 9} text-anchor="end">
          1 forecast
        </text>
        <text x={x(0) + 4} y={y(1) + 9}>
          came true
        </text>
      </svg>
      <p class="soft">
        <span class="mark-choice" aria-hidden="true" /> choice{" "}
        <span class="mark-base" aria-hidden="true" /> base rate
      </p>
    </div>
  );
}
