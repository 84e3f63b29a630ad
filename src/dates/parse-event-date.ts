import edtf from "edtf";
import { UsageError } from "../errors.ts";
import { DAY, MINUTE, type DatePrecision, type EventDate } from "./event-date.ts";

const CLOCK = /T\d{2}:\d{2}/u;
const ZONED = /(?:Z|[+-]\d{2}:\d{2})$/u;
const OFFSET = /^(?<sign>[+-])(?<hours>\d{2}):(?<minutes>\d{2})$/u;

/** Minutes east of UTC of a written offset such as `+06:00`. */
function offsetMinutes(zone: string): number {
  if (zone === "Z") return 0;
  const parts = OFFSET.exec(zone)?.groups;
  if (parts === undefined) {
    throw new UsageError(`"${zone}" is not an offset from UTC.`, {
      hint: 'Write "+06:00" or "Z".',
    });
  }
  const minutes = Number(parts["hours"]) * 60 + Number(parts["minutes"]);
  return parts["sign"] === "-" ? -minutes : minutes;
}

function precisionOf(text: string): DatePrecision {
  if (text.includes("/")) return "interval";
  if (CLOCK.test(text)) return "minute";
  const plain = text.replaceAll(/[?~%]/gu, "");
  if (/^-?\d{4}-\d{2}-\d{2}$/u.test(plain)) return "day";
  if (/^-?\d{4}-\d{2}$/u.test(plain)) return "month";
  return "year";
}

const UNIT: Readonly<Record<DatePrecision, number>> = {
  minute: MINUTE,
  day: DAY,
  month: 31 * DAY,
  year: 366 * DAY,
  interval: 0,
};

/** The span of one end of an interval, or of a whole date without a slash. */
function endpoint(text: string, zone: string): { earliest: number; latest: number } {
  const precision = precisionOf(text);
  const clock = precision === "minute";
  const zoned = clock && !ZONED.test(text) ? `${text}${zone}` : text;
  const value = edtf(zoned);
  const shift = clock ? 0 : offsetMinutes(zone) * MINUTE;
  const qualified = /[?~%]/u.test(text);
  const slack = qualified ? UNIT[precision] : 0;
  const latest = clock ? value.max + MINUTE : value.max + 1;
  return { earliest: value.min - shift - slack, latest: latest - shift + slack };
}

/**
 * Reads an EDTF date (ISO 8601-2 level 1), with a clock and an offset where the hour matters.
 *
 * A day, month or year without an offset is that of `zone` (default UTC). `..` is an open end. A
 * qualified date (`~`, `?`) is widened by one unit of its own precision on either side.
 *
 * @throws UsageError when the text is not such a date.
 */
export function parseEventDate(text: string, zone = "Z"): EventDate {
  const bad = (): UsageError =>
    new UsageError(`"${text}" is not a date.`, {
      hint: 'Write EDTF: "2022-01-05", "2010-06~", "2022-01-05T21:50Z" or "2022-01-05/..".',
    });
  const [first = "", second, ...rest] = text.split("/");
  if (rest.length > 0 || first === "") throw bad();
  try {
    const from = first === ".." ? null : endpoint(first, zone);
    if (second === undefined && from === null) throw bad();
    const till =
      second === undefined
        ? from
        : second === ".." || second === ""
          ? null
          : endpoint(second, zone);
    const earliest = from?.earliest ?? -Infinity;
    const latest = till?.latest ?? Infinity;
    if (Number.isNaN(earliest) || Number.isNaN(latest) || earliest >= latest) throw bad();
    return {
      text,
      earliest,
      latest,
      precision: precisionOf(text),
      qualified: /[?~%]/u.test(text),
    };
  } catch {
    throw bad();
  }
}
