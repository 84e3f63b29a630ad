/** A cell of an answer's row. */
export type Cell = string | number | boolean | null;

/** One row of an answer: a flat object, exactly a row of the CSV. */
export type Row = Readonly<Record<string, Cell>>;

/** What a column of the rows holds. */
export interface Column {
  readonly name: string;
  /** Heading for a person. */
  readonly label: string;
  /** Decimals that numbers are stated with; integers by default. */
  readonly digits?: number;
  /** One sentence: unit, range, what an empty cell means. */
  readonly note?: string;
}

/** One stated result: never worded more strongly than its interval allows. */
export interface Finding {
  readonly id: string;
  readonly text: string;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Level of the interval, 0.9 for 90 %; null where there is none. */
  readonly level: number | null;
  readonly n: number | null;
  /** The reference class that the value is held against, and how it was drawn. */
  readonly comparison: string | null;
  /** Name of the method that gives the value. */
  readonly method: string;
  /** Addresses of the answers that it rests on. */
  readonly evidence: readonly string[];
}

/** How a number is made. */
export interface MethodNote {
  readonly name: string;
  readonly text: string;
  readonly reference: string | null;
}

/** What a drawing of the rows shows; the figures layer alone knows pixels. */
export type Figure =
  | {
      readonly kind: "series";
      readonly title: string;
      readonly x: string;
      readonly y: string;
      readonly lower: string | null;
      readonly upper: string | null;
      readonly series: string | null;
      readonly xLabel: string;
      readonly yLabel: string;
      readonly domain: readonly [number, number] | null;
      readonly rule: number | null;
      /** What the line of `y` is called beside its references. */
      readonly name?: string;
      /** Further columns drawn as lines without intervals: what the value is held against. */
      readonly references?: readonly { readonly column: string; readonly label: string }[];
    }
  | {
      readonly kind: "ranks";
      readonly title: string;
      readonly label: string;
      readonly value: string;
      readonly lower: string | null;
      readonly upper: string | null;
      readonly highlight: string | null;
      readonly xLabel: string;
      readonly domain: readonly [number, number] | null;
      readonly rule: number | null;
    }
  | {
      /** A grid of votes: one row a voter, one column a roll call. */
      readonly kind: "votes";
      readonly title: string;
      readonly x: string;
      readonly y: string;
      readonly vote: string;
    }
  | {
      /** Spans of time on one line each. */
      readonly kind: "spans";
      readonly title: string;
      readonly label: string;
      readonly from: string;
      readonly to: string;
    }
  | {
      /** Events on an axis of time, one band a type: dots where the minute is known, else bars. */
      readonly kind: "timeline";
      readonly title: string;
      /** Columns of instants in UTC; an empty cell is an open end. */
      readonly from: string;
      readonly to: string;
      readonly label: string;
      readonly type: string;
      /** The type that stands out. */
      readonly highlight: string | null;
      /** The offset from UTC of the clock that the axis shows, such as `+06:00`. */
      readonly zone: string;
      /** Instants between which events are drawn; null draws all. */
      readonly window: { readonly from: string; readonly to: string } | null;
    }
  | {
      /** Lengths of time known within bounds, in order, on a scale of logarithms. */
      readonly kind: "lags";
      readonly title: string;
      readonly label: string;
      /** Columns in hours; an empty cell is an open end. */
      readonly least: string;
      readonly most: string;
      readonly highlight: string | null;
    };

/** A part of a longer answer, with its own address. */
export interface Section {
  readonly id: string;
  readonly title: string;
  /** What the part is about and what it cannot say. */
  readonly text: readonly string[];
  /** Ids of the findings that belong to it. */
  readonly findings: readonly string[];
  readonly address: string | null;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly figure: Figure | null;
}

/** A source as an answer cites it. */
export interface CitedSource {
  readonly id: string;
  readonly citation: string;
  readonly terms: string;
  readonly redistribution: string;
}

/** The first and last day that an answer's data cover. */
export interface Coverage {
  readonly from: string;
  readonly to: string;
}

/** The result of an address: everything that any door shows of it. */
export interface Answer {
  readonly address: string;
  /** Release id of the record; with a "+overlay" where private rows were used. */
  readonly record: string;
  /** The day of the release: that on which a source of the record was last read; empty where none tells. */
  readonly issued: string;
  readonly title: string;
  readonly summary: Row;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly sections: readonly Section[];
  readonly findings: readonly Finding[];
  readonly figure: Figure | null;
  readonly method: readonly MethodNote[];
  readonly sources: readonly CitedSource[];
  readonly caveats: readonly string[];
  readonly covers: Coverage;
}

/** What a view computes; `answer` adds address, record and sources in full. */
export interface Draft {
  readonly title: string;
  readonly summary?: Row;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly sections?: readonly Section[];
  readonly findings?: readonly Finding[];
  readonly figure?: Figure | null;
  readonly method?: readonly MethodNote[];
  readonly sources: readonly string[];
  readonly caveats?: readonly string[];
  readonly covers: Coverage;
}
