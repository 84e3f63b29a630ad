import { createHash } from "node:crypto";
import type { CompiledRecord } from "./build-record.ts";
import type { DefaultPositions } from "./default-positions.ts";
import { type Manifest, SCHEMA_VERSION } from "./record.ts";

const sha256 = (bytes: Uint8Array | string): string =>
  createHash("sha256").update(bytes).digest("hex");

/** The files of a compiled record, by name: the same record gives the same bytes. */
export function serialiseRecord(
  record: CompiledRecord,
  packageVersion: string,
  positions: DefaultPositions | null = null,
): Map<string, Uint8Array> {
  const core = Buffer.from(JSON.stringify(record.core), "utf8");
  const contents = new Map<string, Uint8Array>([
    ["core.json", core],
    ["votes.bin", record.cells],
  ]);
  if (positions !== null) {
    contents.set("positions.json", Buffer.from(JSON.stringify(positions), "utf8"));
  }
  const files = Object.fromEntries(
    [...contents].map(([name, bytes]) => [
      name,
      { bytes: bytes.byteLength, sha256: sha256(bytes) },
    ]),
  );
  const identity = JSON.stringify({ files, package: packageVersion, schema: SCHEMA_VERSION });
  const manifest: Manifest = {
    release: sha256(identity).slice(0, 12),
    package: packageVersion,
    schema: SCHEMA_VERSION,
    files,
  };
  contents.set("manifest.json", Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`, "utf8"));
  return contents;
}
