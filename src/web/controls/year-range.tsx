import type { Coverage } from "../../answer/answer.ts";
import type { Catalogue } from "../laboratory/questions.ts";
import { useSettled } from "./use-settled.ts";

/** The span of time as written: a year or a day at each end, or empty for the answer's own. */
interface Span {
  readonly from: string;
  readonly to: string;
}

const sameYear = (text: string, year: number): boolean => text.startsWith(String(year));

/** First and last year, on two sliders that cannot pass each other. */
export function YearRange({
  from,
  to,
  covers,
  catalogue,
  onChange,
}: Span & {
  /** What the answer covers, which an empty end stands for. */
  readonly covers: Coverage;
  readonly catalogue: Catalogue | null;
  readonly onChange: (changes: Readonly<Record<string, string>>, final: boolean) => void;
}) {
  const first = Number(catalogue?.first.slice(0, 4) ?? 1946);
  const last = Number(catalogue?.last.slice(0, 4) ?? 2025);
  const [shown, set] = useSettled<string>(`${from}/${to}`, (text, final) => {
    const [start = "", end = ""] = text.split("/");
    onChange({ from: start, to: end }, final);
  });
  const [start = "", end = ""] = shown.split("/");
  const yearOf = (written: string, own: string): number =>
    Math.min(last, Math.max(first, Number((written === "" ? own : written).slice(0, 4))));
  const low = yearOf(start, covers.from);
  const high = yearOf(end, covers.to);
  const move = (nextLow: number, nextHigh: number, final: boolean): void => {
    const written = nextLow <= first ? "" : sameYear(start, nextLow) ? start : String(nextLow);
    const until = nextHigh >= last ? "" : sameYear(end, nextHigh) ? end : String(nextHigh);
    set(`${written}/${until}`, final);
  };
  const slider = (label: string, at: number, to_: (value: number, final: boolean) => void) => (
    <input
      type="range"
      aria-label={label}
      min={first}
      max={last}
      value={at}
      onInput={(event) => to_(Number(event.currentTarget.value), false)}
      onChange={(event) => to_(Number(event.currentTarget.value), true)}
    />
  );
  return (
    <fieldset class="control years">
      <legend>
        Years <output>{start === "" ? low : start}</output> to{" "}
        <output>{end === "" ? high : end}</output>
      </legend>
      {slider("First year", low, (value, final) => move(Math.min(value, high), high, final))}
      {slider("Last year", high, (value, final) => move(low, Math.max(value, low), final))}
    </fieldset>
  );
}
