import type { CompiledTables } from "./record.ts";

/**
 * The JSON files of a compiled record with the tables that each holds. What most answers need comes
 * first and is small; the others are read when a table of theirs is first asked for.
 */
export const TABLE_FILES = {
  "core.json": [
    "states",
    "successions",
    "unMembership",
    "regimes",
    "organisations",
    "sources",
    "voters",
  ],
  "rollcalls.json": ["rollCalls"],
  "treaties.json": ["treaties", "organs", "forces", "gatherings"],
  "cases.json": ["cases", "missionDurations"],
  "conduct.json": ["stances", "participation", "claims", "scenarios", "readings"],
  "means.json": ["means", "exposures", "allianceSurvival"],
  "disagreements.json": ["disagreements"],
} as const satisfies Readonly<Record<string, readonly (keyof CompiledTables)[]>>;

/** A JSON file of a compiled record that holds tables. */
export type TableFile = keyof typeof TABLE_FILES;

/** A table that a file holds. */
export type TableIn<File extends TableFile> = (typeof TABLE_FILES)[File][number];

/** The cells of the votes, one byte each. */
export const VOTES_FILE = "votes.bin";

/** The default positions; a record may come without. */
export const POSITIONS_FILE = "positions.json";

/** The models of members' stances with their back-tests; a record may come without. */
export const STANCE_MODELS_FILE = "stance-models.json";

/** The files that most answers need: a page has them on their way before it asks anything. */
export const FIRST_FILES: readonly string[] = ["core.json", "rollcalls.json", VOTES_FILE];
