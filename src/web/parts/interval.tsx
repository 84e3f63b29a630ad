import type { Finding } from "../../answer/answer.ts";

const WIDTH = 180;
const HEIGHT = 14;

/** The scale that a value lies on: shares on 0 to 1, measures that fall below 0 on -1 to 1. */
function scaleOf(lower: number, upper: number): readonly [number, number] | null {
  if (lower >= 0 && upper <= 1) return [0, 1];
  if (lower >= -1 && upper <= 1) return [-1, 1];
  return null;
}

/** A value and its interval as a mark on their scale; nothing where there is no interval. */
export function Interval({ finding: { value, lower, upper } }: { readonly finding: Finding }) {
  if (value === null || lower === null || upper === null) return null;
  const scale = scaleOf(Math.min(lower, value), Math.max(upper, value));
  if (scale === null) return null;
  const [least, most] = scale;
  const x = (at: number): number => 4 + ((at - least) / (most - least)) * (WIDTH - 8);
  const middle = HEIGHT / 2;
  return (
    <div class="interval" aria-hidden="true">
      <span>{least}</span>
      <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
        <line class="axis" x1={4} x2={WIDTH - 4} y1={middle} y2={middle} />
        {least < 0 && <line class="axis" x1={x(0)} x2={x(0)} y1={2} y2={HEIGHT - 2} />}
        <line class="span" x1={x(lower)} x2={x(upper)} y1={middle} y2={middle} />
        <circle cx={x(value)} cy={middle} r={4.5} />
      </svg>
      <span>{most}</span>
    </div>
  );
}
