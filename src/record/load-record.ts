import { RecordError } from "../errors.ts";
import { createStateTable } from "../states/state-table.ts";
import type { DefaultPositions } from "./default-positions.ts";
import { once } from "./once.ts";
import {
  POSITIONS_FILE,
  STANCE_MODELS_FILE,
  type TableFile,
  type TableIn,
  VOTES_FILE,
} from "./record-files.ts";
import {
  type CasusRecord,
  type CompiledTables,
  type Manifest,
  SCHEMA_VERSION,
} from "./record.ts";
import { restoreDates } from "./restore-dates.ts";
import { type RollCallColumns, rollCallsOf } from "./roll-call-columns.ts";

/** The files of a compiled record, by whoever can read them. */
export interface RecordStore {
  readonly manifest: Manifest;
  /**
   * The bytes of a file of the manifest, held against it. May throw whatever tells its
   * caller that the file has to be fetched first: the record asks again the next time.
   */
  readonly read: (name: string) => Uint8Array;
}

const REBUILD = 'Run "casus record build", or install the package again.';

const isManifest = (value: Partial<Manifest> | null): value is Manifest =>
  typeof value?.release === "string" && typeof value.files === "object" && value.files !== null;

/**
 * Reads a manifest.
 *
 * @throws RecordError when it is not one, or of a layout that this program does not read.
 */
export function readManifest(text: string): Manifest {
  const fault = (what: string): RecordError =>
    new RecordError(what, { where: "manifest.json", hint: REBUILD });
  let manifest: Partial<Manifest> | null;
  try {
    manifest = JSON.parse(text) as Partial<Manifest> | null;
  } catch {
    throw fault("the manifest cannot be read.");
  }
  if (!isManifest(manifest)) throw fault("the manifest cannot be read.");
  if (manifest.schema !== SCHEMA_VERSION) {
    throw fault(
      `the record has layout ${manifest.schema}, this program reads ${SCHEMA_VERSION}.`,
    );
  }
  return manifest;
}

/**
 * Whether a file is the one that a manifest names.
 *
 * @param sha256 - of the bytes, as lower-case hexadecimal
 */
export function isFileOf(
  manifest: Manifest,
  name: string,
  bytes: Uint8Array,
  sha256: string,
): boolean {
  const stated = manifest.files[name];
  return stated?.bytes === bytes.byteLength && stated.sha256 === sha256;
}

/**
 * Holds a file against its manifest.
 *
 * @param sha256 - of the bytes, as lower-case hexadecimal
 * @throws RecordError when the file is truncated or altered.
 */
export function checkFile(
  manifest: Manifest,
  name: string,
  bytes: Uint8Array,
  sha256: string,
): void {
  if (!isFileOf(manifest, name, bytes, sha256)) {
    throw new RecordError("the file is not what the manifest says: truncated or altered.", {
      where: name,
      hint: REBUILD,
    });
  }
}

const parsed = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes));

/** What a file holds: its tables, the roll calls in columns. */
type Held<File extends TableFile> = Omit<Pick<CompiledTables, TableIn<File>>, "rollCalls"> &
  ("rollCalls" extends TableIn<File> ? { readonly rollCalls: RollCallColumns } : unknown);

/** The record in memory: a file is read and parsed when a table of it is first asked for. */
export function loadRecord({ manifest, read }: RecordStore): CasusRecord {
  const file = <File extends TableFile>(name: File): (() => Held<File>) =>
    once(() => restoreDates(parsed(read(name))) as Held<File>);
  const core = file("core.json");
  const treaties = file("treaties.json");
  const cases = file("cases.json");
  const conduct = file("conduct.json");
  const means = file("means.json");
  const disagreements = file("disagreements.json");
  const states = once(() => createStateTable(core()));
  const votes = once(() => {
    const { voters } = core();
    const { rollCalls } = parsed(read("rollcalls.json")) as Held<"rollcalls.json">;
    return { voters, rollCalls: rollCallsOf(rollCalls), cells: read(VOTES_FILE) };
  });
  const fitted = (name: string): (() => unknown) =>
    once(() => (manifest.files[name] === undefined ? null : parsed(read(name))));
  return {
    release: manifest.release,
    get states() {
      return states();
    },
    get regimes() {
      return core().regimes;
    },
    get organisations() {
      return core().organisations;
    },
    get sources() {
      return core().sources;
    },
    get votes() {
      return votes();
    },
    get treaties() {
      return treaties().treaties;
    },
    get organs() {
      return treaties().organs;
    },
    get forces() {
      return treaties().forces;
    },
    get gatherings() {
      return treaties().gatherings;
    },
    get cases() {
      return cases().cases;
    },
    get missionDurations() {
      return cases().missionDurations;
    },
    get stances() {
      return conduct().stances;
    },
    get participation() {
      return conduct().participation;
    },
    get claims() {
      return conduct().claims;
    },
    get scenarios() {
      return conduct().scenarios;
    },
    get readings() {
      return conduct().readings;
    },
    get means() {
      return means().means;
    },
    get exposures() {
      return means().exposures;
    },
    get allianceSurvival() {
      return means().allianceSurvival;
    },
    get disagreements() {
      return disagreements().disagreements;
    },
    positions: fitted(POSITIONS_FILE) as () => DefaultPositions | null,
    stanceModels: fitted(STANCE_MODELS_FILE),
    overlay: null,
    userSources: null,
  };
}
