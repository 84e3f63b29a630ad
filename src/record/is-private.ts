import type { CasusRecord } from "./record.ts";

/** Whether a record holds rows of the user's own, which no other site may read. */
export function isPrivate(record: Pick<CasusRecord, "overlay" | "userSources">): boolean {
  return record.overlay !== null || record.userSources !== null;
}
