import {
  type ResolvedAddress,
  resolveAddress as resolveOwn,
} from "../answer/resolve-address.ts";
import type { CasusRecord } from "../record/record.ts";
import { ALL_VIEWS } from "./views/index.ts";

/**
 * Finds the view that an address asks for, those of claims included: what every door calls.
 *
 * @throws UsageError or NotFoundError, never anything else.
 */
export function resolveAddress(record: CasusRecord, text: string): ResolvedAddress {
  return resolveOwn(record, text, ALL_VIEWS);
}
