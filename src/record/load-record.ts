import { RecordError } from "../errors.ts";
import { createStateTable } from "../states/state-table.ts";
import type { DefaultPositions } from "./default-positions.ts";
import { restoreDates } from "./restore-dates.ts";
import { type CasusRecord, type CoreFile, type Manifest, SCHEMA_VERSION } from "./record.ts";

/** The files of a compiled record, as read by whoever can read them. */
export interface RecordFiles {
  readonly manifest: string;
  readonly core: Uint8Array;
  readonly votes: Uint8Array;
  /** The default positions; left out where nobody needs them. */
  readonly positions?: Uint8Array | null;
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
    ["positions.json", files.positions ?? null],
  ] as const) {
    if (bytes === null) continue;
    const stated = manifest.files[name];
    if (stated?.bytes !== bytes.byteLength || stated.sha256 !== (await digest(bytes))) {
      throw new RecordError("the file is not what the manifest says: truncated or altered.", {
        where: name,
        hint: REBUILD,
      });
    }
  }
  const core = JSON.parse(new TextDecoder().decode(files.core)) as CoreFile;
  return recordOf(manifest.release, core, files);
}

/** Parses the positions when they are first asked for: most questions need none. */
function parsedOnce(bytes: Uint8Array | null): () => DefaultPositions | null {
  let parsed: DefaultPositions | null = null;
  return () => {
    if (bytes === null) return null;
    parsed ??= JSON.parse(new TextDecoder().decode(bytes)) as DefaultPositions;
    return parsed;
  };
}

/** The record in memory from its parts. */
export function recordOf(release: string, core: CoreFile, files: RecordFiles): CasusRecord {
  const { states, successions, unMembership, voters, rollCalls } = core;
  return {
    release,
    states: createStateTable({ states, successions, unMembership }),
    regimes: core.regimes,
    organisations: core.organisations,
    sources: core.sources,
    treaties: restoreDates(core.treaties),
    cases: restoreDates(core.cases),
    means: core.means,
    exposures: core.exposures,
    missionDurations: core.missionDurations,
    stances: restoreDates(core.stances),
    participation: restoreDates(core.participation),
    organs: restoreDates(core.organs),
    forces: restoreDates(core.forces),
    gatherings: restoreDates(core.gatherings),
    claims: core.claims,
    scenarios: core.scenarios,
    readings: core.readings,
    allianceSurvival: core.allianceSurvival,
    votes: { voters, rollCalls, cells: files.votes },
    positions: parsedOnce(files.positions ?? null),
    disagreements: core.disagreements,
    overlay: null,
    userSources: null,
  };
}
