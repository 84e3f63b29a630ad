export type {
  Answer,
  Cell,
  Column,
  Coverage,
  Figure,
  Finding,
  Row,
  Section,
} from "./answer/answer.ts";
export { splitAddress } from "./answer/address.ts";
export type { AnswerOptions } from "./answer/compute-answer.ts";
export { type CheckedClaims, checkClaims, type CheckOptions } from "./claims/check-claims.ts";
export { computeAnswer } from "./claims/compute-answer.ts";
export { resolveAddress } from "./claims/resolve-address.ts";
export { VERDICTS, type Verdict } from "./claims/verdict.ts";
export { ALL_VIEWS as VIEWS } from "./claims/views/index.ts";
export {
  CasusError,
  type CasusErrorCode,
  NotFoundError,
  RecordError,
  SourceError,
  TreatyError,
  UsageError,
} from "./errors.ts";
export { createKernels, type Kernels } from "./kernels/create-kernels.ts";
export { type Random, seededRandom } from "./kernels/random.ts";
export { openRecord } from "./record/open-record.ts";
export type { CasusRecord } from "./record/record.ts";
export { render, type Form } from "./report/render.ts";
