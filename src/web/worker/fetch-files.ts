import { SourceError } from "../../errors.ts";
import type { RecordFiles } from "../../record/load-record.ts";
import type { Manifest } from "../../record/record.ts";

async function bytesAt(url: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url).catch(() => null);
  if (response?.ok !== true) {
    throw new SourceError(`the record's file ${new URL(url).pathname} could not be read.`, {
      hint: "Check the connection, then load the page again.",
    });
  }
  return new Uint8Array(await response.arrayBuffer());
}

/**
 * Fetches the record's files from their folder. A file's address carries its hash, so that no cache
 * on the way can mix two releases.
 *
 * @throws SourceError when a file cannot be had.
 */
export async function fetchFiles(folder: string): Promise<RecordFiles> {
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
  return { manifest, core, votes, positions };
}
