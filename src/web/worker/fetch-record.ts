import { SourceError } from "../../errors.ts";
import { loadRecord } from "../../record/load-record.ts";
import type { CasusRecord, Manifest } from "../../record/record.ts";
import { sha256 } from "./sha-256.ts";

async function bytesAt(url: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url).catch(() => null);
  if (response?.ok !== true) {
    throw new SourceError(`the record's file ${new URL(url).pathname} could not be read.`, {
      hint: "Check the connection, then load the page again.",
    });
  }
  return new Uint8Array(await response.arrayBuffer());
}

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** A page that is not served over HTTPS or from this machine has no digests of the browser's. */
async function digest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const { subtle } = crypto as { readonly subtle?: SubtleCrypto };
  return subtle === undefined ? sha256(bytes) : hex(await subtle.digest("SHA-256", bytes));
}

/**
 * Fetches the record from its folder. A file's address carries its hash, so that no cache on the
 * way can mix two releases.
 *
 * @throws SourceError when a file cannot be had, RecordError when one is at fault.
 */
export async function fetchRecord(folder: string): Promise<CasusRecord> {
  const manifest = new TextDecoder().decode(await bytesAt(`${folder}manifest.json`));
  const files: Partial<Manifest["files"]> =
    (JSON.parse(manifest) as Partial<Manifest>).files ?? {};
  const read = (name: string): Promise<Uint8Array<ArrayBuffer>> =>
    bytesAt(`${folder}${name}?sha256=${files[name]?.sha256 ?? ""}`);
  const [core, votes, positions] = await Promise.all([
    read("core.json"),
    read("votes.bin"),
    files["positions.json"] === undefined ? null : read("positions.json"),
  ]);
  return await loadRecord({ manifest, core, votes, positions }, (bytes) =>
    digest(bytes as Uint8Array<ArrayBuffer>),
  );
}
