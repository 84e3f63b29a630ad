import type {
  StateIdentity,
  StateKey,
  Succession,
  UnMembershipSpell,
} from "../states/state.ts";
import type { StateTable } from "../states/state-table.ts";
import type { AllianceSurvival } from "./alliance-survival.ts";
import type { Case } from "./case.ts";
import type { ClaimFile } from "./claim.ts";
import type { Crisis } from "./crisis.ts";
import type { ExposureTable } from "./exposure.ts";
import type { LeaderSpell } from "./leader-spell.ts";
import type { MeansRow } from "./means.ts";
import type { MissionDuration } from "./mission-duration.ts";
import type { DefaultPositions } from "./default-positions.ts";
import type { Force, Gathering, Organ } from "./organ.ts";
import type { NamedScenario } from "./named-scenario.ts";
import type { Organisation } from "./organisation.ts";
import type { ParticipationRow } from "./participation.ts";
import type { ReadingTable } from "./reading.ts";
import type { Source } from "./source.ts";
import type { StanceRow } from "./stance.ts";
import type { Treaty } from "./treaty.ts";
import type { UserSources } from "./user-sources.ts";
import type { RollCall, VoteRecord } from "./votes.ts";

/** The layout of the compiled files; a change of layout changes every release id. */
export const SCHEMA_VERSION = 9;

/** A spell of years in which a state was an electoral democracy, or was not (V-Dem polyarchy). */
export interface RegimeSpell {
  readonly state: StateKey;
  readonly fromYear: number;
  readonly toYear: number;
  readonly regime: "democracy" | "autocracy";
}

/** A cell on which the two providers of a roll call differ. */
export interface Disagreement {
  readonly rcid: number;
  readonly state: StateKey;
  readonly used: string;
  readonly library: string;
}

/** The tables that a record holds in its files and in memory alike. */
interface RecordTables {
  readonly regimes: readonly RegimeSpell[];
  readonly organisations: readonly Organisation[];
  readonly sources: readonly Source[];
  /** By id, in ascending order. */
  readonly treaties: readonly Treaty[];
  /** By id, in ascending order. */
  readonly cases: readonly Case[];
  /** By organisation, means and year. */
  readonly means: readonly MeansRow[];
  /** Exposures of states to others, by kind and state. */
  readonly exposures: readonly ExposureTable[];
  readonly missionDurations: readonly MissionDuration[];
  /** In the order of time. */
  readonly stances: readonly StanceRow[];
  /** In the order of time, one row a state and event. */
  readonly participation: readonly ParticipationRow[];
  readonly organs: readonly Organ[];
  readonly forces: readonly Force[];
  readonly gatherings: readonly Gathering[];
  /** By id, in ascending order. */
  readonly claims: readonly ClaimFile[];
  /** By id, in ascending order. */
  readonly scenarios: readonly NamedScenario[];
  /** Rival readings of what an alliance is, with what each implies. */
  readonly readings: ReadingTable;
  /** The model of how long alliances last: estimates from data that do not ship. */
  readonly allianceSurvival: AllianceSurvival;
  readonly disagreements: readonly Disagreement[];
}

/** All tables of a compiled record; an open end of a date is null in its files, an infinity in memory. */
export interface CompiledTables extends RecordTables {
  readonly states: readonly StateIdentity[];
  readonly successions: readonly Succession[];
  readonly unMembership: readonly UnMembershipSpell[];
  readonly voters: readonly StateKey[];
  readonly rollCalls: readonly RollCall[];
}

/** The manifest of a compiled record: its release id and the hash of each file. */
export interface Manifest {
  readonly release: string;
  readonly package: string;
  readonly schema: number;
  readonly files: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>;
}

/** A user's private rows, laid over the shipped record. */
export interface Overlay {
  /** Organisation ids, roll-call ids and case ids that come from the overlay. */
  readonly organisations: readonly string[];
  readonly cases: readonly string[];
  readonly rollCalls: readonly number[];
  /** Crises and leaders of data sets that the user brings; the shipped record has none. */
  readonly crises: readonly Crisis[];
  readonly leaders: readonly LeaderSpell[];
}

/**
 * The whole record in memory: the only input of `answer`. A table is read from its file when it is
 * first asked for.
 */
export interface CasusRecord extends RecordTables {
  readonly release: string;
  readonly states: StateTable;
  readonly votes: VoteRecord;
  /** The default positions that ship with the record, read when first asked for; null without. */
  readonly positions: () => DefaultPositions | null;
  /**
   * The models of members' stances that ship with the record, with their back-tests, read when first
   * asked for; null without, and where the tables that they were fitted to are changed. The layer of
   * scenarios alone knows their shape (`LaboratoryData`).
   */
  readonly stanceModels: () => unknown;
  readonly overlay: Overlay | null;
  /** The data sets that the user brought; null without any. */
  readonly userSources: UserSources | null;
}
