const WIDTH = 220;
const HEIGHT = 14;
const EDGE = 4;

/** A probability and its interval on a scale from 0 to 1; the numbers stand beside it in words. */
export function ShareBar({
  value,
  lower,
  upper,
  soft = false,
}: {
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly soft?: boolean;
}) {
  const x = (at: number): number => EDGE + at * (WIDTH - 2 * EDGE);
  const middle = HEIGHT / 2;
  return (
    <svg
      class={soft ? "share soft-share" : "share"}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
    >
      <line class="axis" x1={x(0)} x2={x(1)} y1={middle} y2={middle} />
      {[0, 0.5, 1].map((at) => (
        <line key={at} class="axis" x1={x(at)} x2={x(at)} y1={3} y2={HEIGHT - 3} />
      ))}
      {lower !== null && upper !== null && (
        <line class="span" x1={x(lower)} x2={x(upper)} y1={middle} y2={middle} />
      )}
      <circle cx={x(value)} cy={middle} r={4.5} />
    </svg>
  );
}
