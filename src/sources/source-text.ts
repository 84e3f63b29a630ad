import { gunzipSync } from "node:zlib";
import { SourceError } from "../errors.ts";

const MAGIC: readonly (readonly [bytes: readonly number[], what: string, hint: string])[] = [
  [[0x50, 0x4b], "a zip archive (or an Excel workbook)", "Unpack it and bring the CSV file."],
  [[0x3c, 0x73, 0x74, 0x61], "a Stata file", "Bring the provider's CSV file."],
  [[0x25, 0x50, 0x44, 0x46], "a PDF document", "Bring the provider's CSV file."],
  [[0x3c, 0x21], "a web page", "The download failed; fetch the file again."],
  [[0x3c, 0x68], "a web page", "The download failed; fetch the file again."],
];

/** Bytes as text: UTF-8, or Latin-1 where they are no UTF-8. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("latin1").decode(bytes);
  }
}

/**
 * The text of a file that a user brings, plain or gzipped.
 *
 * @throws SourceError where the gzip file is cut off or damaged, or the file is no text.
 */
export function sourceText(file: string, bytes: Uint8Array): string {
  for (const [magic, what, hint] of MAGIC) {
    if (magic.every((byte, index) => bytes[index] === byte)) {
      throw new SourceError(`this is ${what}, not a table.`, { where: file, hint });
    }
  }
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return decode(bytes);
  try {
    return decode(gunzipSync(bytes));
  } catch {
    throw new SourceError("the gzip file is truncated or damaged.", {
      where: file,
      hint: "Fetch it again and compare its size with the provider's.",
    });
  }
}
