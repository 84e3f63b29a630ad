import type { Kernels } from "../kernels/create-kernels.ts";
import type { CasusRecord } from "../record/record.ts";
import type { Draft } from "./answer.ts";
import type { Memo } from "./memo.ts";
import type { ParameterName, Query } from "./query.ts";

/** What a view computes from. */
export interface ViewContext {
  readonly record: CasusRecord;
  readonly kernels: Kernels;
  /** The named parts of the path, as written. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly signal: AbortSignal | null;
  /** Told how far a long computation has come; null where nobody watches. */
  readonly progress: Progress | null;
  /**
   * Told what stands of a long answer before its end: first perhaps what it is called, then each time
   * more sections after those of the time before; absent where nobody reads it. A view that makes its
   * answer of another's does not hand this on.
   */
  readonly partial?: ((draft: Draft) => void) | undefined;
  /** Parts of answers computed before, where the caller keeps them. */
  readonly memo?: Memo;
}

/** Takes the steps done, the steps in all, and what is being done. */
export type Progress = (done: number, total: number, what: string) => void;

/** A question that an address can ask. */
export interface View {
  /** `/alliances/{id}/cohesion`. */
  readonly path: string;
  /** A shorter path with the same named parts that asks the same. */
  readonly also?: string;
  /** One sentence: what the answer holds. */
  readonly describe: string;
  /** An address of this kind that works on the shipped record. */
  readonly example: string;
  readonly parameters: readonly ParameterName[];
  /** The first year of its days where that is before the first votes. */
  readonly firstYear?: number;
  /** Rewrites the named parts in their one canonical form; throws where one names nothing. */
  readonly canonical: (
    record: CasusRecord,
    path: Readonly<Record<string, string>>,
  ) => Readonly<Record<string, string>>;
  readonly compute: (context: ViewContext) => Draft | Promise<Draft>;
}
