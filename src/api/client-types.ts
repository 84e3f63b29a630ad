// Written by scripts/write-client.mjs from the API's description; changes belong there.

/** A cell of a row; null where the record holds no value. */
export type Cell = string | number | boolean | null;

/** A flat object, exactly a row of the CSV. */
export type Row = Readonly<Record<string, Cell>>;

/** What a column of the rows holds. */
export interface Column {
  readonly name: string;
  readonly label: string;
  readonly digits?: number;
  readonly note?: string;
}

/** One stated result with its interval and its evidence. */
export interface Finding {
  readonly id: string;
  readonly text: string;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly level: number | null;
  readonly n: number | null;
  readonly comparison: string | null;
  readonly method: string;
  readonly evidence: readonly string[];
}

/** A part of a longer answer. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly text: readonly string[];
  readonly findings: readonly string[];
  readonly address: string | null;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** How a number is made. */
export interface MethodNote {
  readonly name: string;
  readonly text: string;
  readonly reference: string | null;
}

/** A source that the answer rests on. */
export interface CitedSource {
  readonly id: string;
  readonly citation: string;
  readonly terms: string;
  readonly redistribution: "yes" | "derived-only" | "no";
}

/** The first and the last day that the data cover. */
export interface Coverage {
  readonly from: string;
  readonly to: string;
}

/** The result of an address. */
export interface Answer {
  readonly address: string;
  readonly record: string;
  readonly issued: string;
  readonly title: string;
  readonly summary: Row;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly sections: readonly Section[];
  readonly findings: readonly Finding[];
  readonly method: readonly MethodNote[];
  readonly sources: readonly CitedSource[];
  readonly caveats: readonly string[];
  readonly covers: Coverage;
}

/** An error: RFC 9457 problem details. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
}

/** The tables that can be had whole. */
export interface BulkList {
  readonly record: string;
  readonly terms: string;
  readonly tables: readonly {
    readonly name: string;
    readonly describe: string;
    readonly rows: number;
    readonly columns: number;
    readonly omitted: { readonly rows: number; readonly reason: string };
    readonly addresses: readonly string[];
  }[];
}

/** The compiled record as files, for programs that compute themselves. */
export interface RecordFiles {
  readonly record: string;
  readonly files: readonly {
    readonly name: string;
    readonly bytes: number;
    readonly address: string;
  }[];
}

/** Whether the server answers. */
export interface Health {
  readonly status: "ok";
  readonly record: string;
}

/** What addresses may carry; each takes some of these. */
export interface Parameters {
  /** first year or day */
  readonly from?: string | undefined;
  /** last year or day, inclusive */
  readonly to?: string | undefined;
  /** topic: me (Middle East and Palestine), nu (Nuclear weapons and material), di (Disarmament and arms control), hr (Human rights), co (Colonialism), ec (Economic development) */
  readonly topic?: "me" | "nu" | "di" | "hr" | "co" | "ec" | undefined;
  /** similarity measure */
  readonly measure?: "kappa" | "pi" | "s_abs" | "s_sq" | "agreement" | "alignment" | undefined;
  /** convention on absence and unanimity */
  readonly convention?: "pairwise" | "voeten" | "haege" | undefined;
  /** length of a period */
  readonly by?: "session" | "year" | "all" | undefined;
  /** level of the intervals (0.5 to 0.99, default 0.9) */
  readonly level?: number | undefined;
  /** bootstrap draws (100 to 5000, default 500) */
  readonly draws?: number | undefined;
  /** seed of the random draws (0 to 4294967295, default 1) */
  readonly seed?: number | undefined;
  /** one or more states, joined by ~ */
  readonly state?: string | undefined;
  /** words to find in titles and symbols */
  readonly q?: string | undefined;
  /** the day for which the answer holds */
  readonly at?: string | undefined;
  /** show this year only; the answer is computed from all */
  readonly year?: string | undefined;
  /** whose votes positions are fitted on */
  readonly scope?: "world" | "members" | undefined;
  /** rows at the most (1 to 10000, default 200) */
  readonly limit?: number | undefined;
  /** rows to pass over (0 to 1000000, default 0) */
  readonly offset?: number | undefined;
  /** the organisation whose record a case belongs to */
  readonly organisation?: string | undefined;
  /** kind of threat, as coded */
  readonly threat?: "external" | "internal" | "terrorism" | "cyber" | "mixed" | undefined;
  /** what came of a case */
  readonly outcome?:
    | "troops"
    | "forces"
    | "mission"
    | "materiel"
    | "political"
    | "sanctions"
    | "refused"
    | "none"
    | "no-appeal"
    | "unknown"
    | undefined;
  /** who decides on a call */
  readonly decider?: "organ" | "single" | "mixed" | "none" | undefined;
  /** lowest confidence of the cases and events that count */
  readonly confidence?: "low" | "medium" | "high" | undefined;
  /** what counts as an answer: forces, help (missions and materiel too) or any (political support too) */
  readonly coding?: "forces" | "help" | "any" | undefined;
  /** years to come (1 to 50, default 10) */
  readonly years?: number | undefined;
  /** rule of decision whose effect is asked for, in place of the treaty's */
  readonly rule?:
    | "unanimity"
    | "consensus"
    | "consensus-minus-abstainers"
    | "two-thirds"
    | "majority"
    | "each-for-itself"
    | undefined;
  /** the organisation on which a member calls */
  readonly alliance?: string | undefined;
  /** the member that calls */
  readonly appellant?: string | undefined;
  /** the state that a call names as its adversary; left out: none */
  readonly adversary?: string | undefined;
  /** where the danger lies, by the treaty's area */
  readonly place?: "inside" | "outside" | undefined;
  /** what a call asks for: troops (default), materiel, consultation, or the id of a force */
  readonly instrument?: string | undefined;
  /** whether the UN Security Council gave a mandate */
  readonly mandate?: "no" | "yes" | undefined;
  /** a member that is taken to have left before the call */
  readonly left?: string | undefined;
  /** stances fixed by hand, such as "ARM:no~KAZ:abstain" (contribute, yes, abstain, no) */
  readonly hold?: string | undefined;
  /** the model of members' decisions: choice (estimated on the case base), base-rate, or bargaining (members press each other from where the choice model has them) */
  readonly model?: "choice" | "base-rate" | "bargaining" | undefined;
  /** what members bring to bear where they bargain: means (the largest member's share of the members' GDP on record, of the others the mean of the rest; equal where it is not on record) or equal */
  readonly capability?: "means" | "equal" | undefined;
  /** simulated calls (500 to 100000, default 5000) */
  readonly calls?: number | undefined;
  /** means of power: gdp, population; cinc, milex (military spending), milper (personnel) from a file of nmc */
  readonly means?: "gdp" | "population" | "cinc" | "milex" | "milper" | undefined;
}
