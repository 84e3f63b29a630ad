import type { ClaimTest } from "../record/claim-test.ts";
import type { Answers } from "./answers.ts";
import type { Outcome } from "./outcome.ts";

/** What a test runs in. */
export interface TestContext {
  readonly answers: Answers;
  /** The day up to which the record is known, as an ISO day. */
  readonly day: string;
  /** Runs a part of a test. */
  readonly run: (test: ClaimTest) => Promise<Outcome>;
}
