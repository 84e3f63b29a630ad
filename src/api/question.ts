import type { CasusErrorCode } from "../errors.ts";
import type { Kernels } from "../kernels/create-kernels.ts";
import type { CasusRecord } from "../record/record.ts";
import type { BinaryForm, Form } from "../report/render.ts";

/** The record and the kernels: all that an answer needs. */
export interface Laboratory {
  readonly record: CasusRecord;
  readonly kernels: Kernels;
}

/** What the server asks a worker: an answer in one form, or a table or the list of the bulk files. */
export interface Question {
  readonly kind: "answer" | "bulk";
  readonly release: string;
  /** An address without extension, or the name of a bulk file. */
  readonly address: string;
  readonly form: Form | BinaryForm;
  /** Where the server answers, for the forms that cite their own address; null for the others. */
  readonly base: string | null;
  /** Whether it may take long: such questions never occupy every worker. */
  readonly heavy: boolean;
}

/** A question's bytes, or the fault that stands in their place; both stay true of a release. */
export type Outcome =
  | {
      readonly ok: true;
      readonly body: Uint8Array;
      readonly type: string;
      /** Rows in all where the answer is one page of them; null where it is whole. */
      readonly total: number | null;
    }
  | {
      readonly ok: false;
      readonly code: CasusErrorCode | "unexpected";
      readonly detail: string;
    };

/** Answers a question, here or in a worker; rejects when it is aborted, too busy or too slow. */
export type Answerer = (question: Question, signal: AbortSignal) => Promise<Outcome>;
