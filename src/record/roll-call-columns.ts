import type { RollCall, TopicCode } from "./votes.ts";

/** Roll calls as their file holds them: a column each, which is read in a third of the time of rows. */
export interface RollCallColumns {
  readonly rcid: readonly number[];
  readonly date: readonly string[];
  readonly session: readonly number[];
  readonly special: readonly (string | null)[];
  readonly symbol: readonly (string | null)[];
  readonly title: readonly (string | null)[];
  readonly yes: readonly number[];
  readonly no: readonly number[];
  readonly abstain: readonly number[];
  readonly absent: readonly number[];
  readonly complete: readonly boolean[];
  /** The places of the roll calls that are only partly known. */
  readonly partial: readonly number[];
  readonly important: readonly (boolean | null)[];
  /** The codes of each, parted by a space; null where nobody coded it. */
  readonly topics: readonly (string | null)[];
  readonly amendment: readonly (boolean | null)[];
  readonly paragraph: readonly (boolean | null)[];
  readonly source: readonly string[];
  readonly family: readonly number[];
}

/** The columns of roll calls. */
export function columnsOf(rollCalls: readonly RollCall[]): RollCallColumns {
  const column = <Name extends keyof RollCall>(name: Name): RollCall[Name][] =>
    rollCalls.map((rollCall) => rollCall[name]);
  return {
    rcid: column("rcid"),
    date: column("date"),
    session: column("session"),
    special: column("special"),
    symbol: column("symbol"),
    title: column("title"),
    yes: column("yes"),
    no: column("no"),
    abstain: column("abstain"),
    absent: column("absent"),
    complete: column("complete"),
    partial: rollCalls.flatMap(({ partial }, r) => (partial === true ? r : [])),
    important: column("important"),
    topics: rollCalls.map(({ topics }) => topics?.join(" ") ?? null),
    amendment: column("amendment"),
    paragraph: column("paragraph"),
    source: column("source"),
    family: column("family"),
  };
}

const topicsOf = (text: string): readonly TopicCode[] =>
  text === "" ? [] : (text.split(" ") as TopicCode[]);

/** The roll calls of columns, in their order. */
export function rollCallsOf(columns: RollCallColumns): readonly RollCall[] {
  const partial = new Set(columns.partial);
  return columns.rcid.map((rcid, r) => {
    const topics = columns.topics[r]!;
    const rollCall: RollCall = {
      rcid,
      date: columns.date[r]!,
      session: columns.session[r]!,
      special: columns.special[r]!,
      symbol: columns.symbol[r]!,
      title: columns.title[r]!,
      yes: columns.yes[r]!,
      no: columns.no[r]!,
      abstain: columns.abstain[r]!,
      absent: columns.absent[r]!,
      complete: columns.complete[r]!,
      important: columns.important[r]!,
      topics: topics === null ? null : topicsOf(topics),
      amendment: columns.amendment[r]!,
      paragraph: columns.paragraph[r]!,
      source: columns.source[r]!,
      family: columns.family[r]!,
    };
    return partial.has(r) ? { ...rollCall, partial: true } : rollCall;
  });
}
