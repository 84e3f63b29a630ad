import { RecordError } from "../errors.ts";
import { createStateTable } from "../states/state-table.ts";
import { restoreDates } from "./restore-dates.ts";
import { type CasusRecord, type CoreFile, type Manifest, SCHEMA_VERSION } from "./record.ts";

/** The three files of a compiled record, as read by whoever can read them. */
export interface RecordFiles {
  readonly manifest: string;
  readonly core: Uint8Array;
  readonly votes: Uint8Array;
}

/** Computes the SHA-256 of bytes as lower-case hexadecimal. */
export type Digest = (bytes: Uint8Array) => string | Promise<string>;

const REBUILD = 'Run "casus record build", or install the package again.';

function readManifest(text: string): Manifest {
  try {
    const manifest = JSON.parse(text) as Manifest;
    if (typeof manifest.release === "string" && typeof manifest.files === "object")
      return manifest;
  } catch {
    // Falls through to the one message for any manifest that cannot be read.
  }
  throw new RecordError("the manifest cannot be read.", {
    where: "manifest.json",
    hint: REBUILD,
  });
}

/**
 * Turns the files of a compiled record into the record in memory, checking layout and hashes.
 *
 * @throws RecordError when a file is of another layout, truncated or altered.
 */
export async function loadRecord(files: RecordFiles, digest: Digest): Promise<CasusRecord> {
  const manifest = readManifest(files.manifest);
  if (manifest.schema !== SCHEMA_VERSION) {
    throw new RecordError(
      `the record has layout ${manifest.schema}, this program reads ${SCHEMA_VERSION}.`,
      {
        where: "manifest.json",
        hint: REBUILD,
      },
    );
  }
  for (const [name, bytes] of [
    ["core.json", files.core],
    ["votes.bin", files.votes],
  ] as const) {
    const stated = manifest.files[name];
    if (stated?.bytes !== bytes.byteLength || stated.sha256 !== (await digest(bytes))) {
      throw new RecordError("the file is not what the manifest says: truncated or altered.", {
        where: name,
        hint: REBUILD,
      });
    }
  }
  const core = JSON.parse(new TextDecoder().decode(files.core)) as CoreFile;
  return recordOf(manifest.release, core, files.votes);
}

/** The record in memory from its parts. */
function recordOf(release: string, core: CoreFile, cells: Uint8Array): CasusRecord {
  const { states, successions, unMembership, voters, rollCalls } = core;
  return {
    release,
    states: createStateTable({ states, successions, unMembership }),
    regimes: core.regimes,
    organisations: core.organisations,
    sources: core.sources,
    treaties: restoreDates(core.treaties),
    cases: restoreDates(core.cases),
    missionDurations: core.missionDurations,
    stances: restoreDates(core.stances),
    participation: restoreDates(core.participation),
    organs: restoreDates(core.organs),
    forces: restoreDates(core.forces),
    gatherings: restoreDates(core.gatherings),
    votes: { voters, rollCalls, cells },
    disagreements: core.disagreements,
    overlay: null,
  };
}
