export { applyOverlay } from "./apply-overlay.ts";
export { buildRecord, type CompiledRecord, type DataFiles } from "./build-record.ts";
export { readDataFiles } from "./data-files.ts";
export { diffRecords, type RecordChange } from "./diff-records.ts";
export { checkFile, loadRecord, readManifest, type RecordStore } from "./load-record.ts";
export { largestOn, membersEver, membershipsOn } from "./membership.ts";
export { openRecord, type OpenOptions, SHIPPED_RECORD } from "./open-record.ts";
export type {
  Confidence,
  DecisionRule,
  LargestMember,
  MembershipSpell,
  Organisation,
  Suspension,
} from "./organisation.ts";
export type { CasusRecord, Disagreement, Manifest, RegimeSpell } from "./record.ts";
export { serialiseRecord } from "./serialise-record.ts";
export type { Redistribution, Source } from "./source.ts";
export type {
  AtopAlliance,
  AtopMember,
  AtopObligations,
  AtopTables,
  FarissRow,
  NmcRow,
  UserSource,
  UserSources,
} from "./user-sources.ts";
export { type Verification, verifyRecord } from "./verify-record.ts";
export {
  type RollCall,
  TOPICS,
  type TopicCode,
  VOTE,
  VOTE_NAMES,
  type VoteCode,
  type VoteRecord,
} from "./votes.ts";
