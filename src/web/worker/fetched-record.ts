import { SourceError } from "../../errors.ts";
import { isFileOf, readManifest, type RecordStore } from "../../record/load-record.ts";
import { FIRST_FILES } from "../../record/record-files.ts";
import { NotLoaded } from "./not-loaded.ts";
import { sha256 } from "./sha-256.ts";

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** A page that is not served over HTTPS or from this machine has no digests of the browser's. */
async function digest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const { subtle } = crypto as { readonly subtle?: SubtleCrypto };
  return subtle === undefined ? sha256(bytes) : hex(await subtle.digest("SHA-256", bytes));
}

async function bytesAt(url: string, cache: RequestCache): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url, { cache }).catch(() => null);
  if (response?.ok !== true) {
    throw new SourceError(`the record's file ${new URL(url).pathname} could not be read.`, {
      hint: "Check the connection, then load the page again.",
    });
  }
  return new Uint8Array(await response.arrayBuffer());
}

const changed = (name: string): SourceError =>
  new SourceError(
    `the record's file ${name} is not the one that this page was made for: the record here has ` +
      "changed since, or the file is damaged.",
    { hint: "Load the page again." },
  );

/** Where a record lies: the address of its folder, and the text of its manifest. */
export interface RecordPlace {
  readonly folder: string;
  readonly manifest: string;
}

/** The record's files, each fetched when it is first needed. */
export interface FetchedRecord extends RecordStore {
  /** Sends for files that will be needed; what fails is said where it is read. */
  readonly sendFor: (names: readonly string[]) => void;
  /** Fetches every file that is not here yet. */
  readonly loadAll: () => Promise<void>;
}

/**
 * Fetches the record's files from their folder, those that most answers need at once. A file's
 * address carries its hash, so that no cache on the way can mix two releases. `read` throws
 * NotLoaded for a file that is not here yet.
 *
 * A file that cannot be had, or that is not what the manifest says, is a SourceError.
 *
 * @throws RecordError when the manifest cannot be read.
 */
export function fetchRecord({ folder, manifest: text }: RecordPlace): FetchedRecord {
  const manifest = readManifest(text);
  const held = new Map<string, Uint8Array>();
  const coming = new Map<string, Promise<void>>();
  const get = async (name: string): Promise<void> => {
    const url = `${folder}${name}?sha256=${manifest.files[name]?.sha256 ?? ""}`;
    const isStated = async (bytes: Uint8Array<ArrayBuffer>): Promise<boolean> =>
      isFileOf(manifest, name, bytes, await digest(bytes));
    let bytes = await bytesAt(url, "default");
    if (!(await isStated(bytes))) {
      // A cache may have kept what another release had here: the host itself is asked.
      bytes = await bytesAt(url, "reload");
      if (!(await isStated(bytes))) throw changed(name);
    }
    held.set(name, bytes);
  };
  const load = async (name: string): Promise<void> => {
    const under = coming.get(name) ?? get(name);
    coming.set(name, under);
    try {
      await under;
    } catch (error) {
      // Asked for again the next time.
      coming.delete(name);
      throw error;
    }
  };
  const sendFor = (names: readonly string[]): void => {
    for (const name of names) {
      if (manifest.files[name] !== undefined) load(name).catch(() => undefined);
    }
  };
  sendFor(FIRST_FILES);
  return {
    manifest,
    sendFor,
    read: (name) => {
      const bytes = held.get(name);
      if (bytes === undefined) throw new NotLoaded(`the record's ${name}`, () => load(name));
      return bytes;
    },
    loadAll: async () => {
      await Promise.all(Object.keys(manifest.files).map((name) => load(name)));
    },
  };
}
