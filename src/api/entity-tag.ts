import { createHash } from "node:crypto";
import type { Encoding } from "./encoding.ts";

/** The tag of a release, an address and a form, without the encoding's suffix. */
export function entityTag(release: string, address: string, form: string): string {
  const text = `${release} ${address} ${form}`;
  return createHash("sha256").update(text).digest("hex").slice(0, 24);
}

/** The tag as a header: bytes that differ by encoding have tags that differ. */
export function tagHeader(tag: string, encoding: Encoding): string {
  return encoding === "identity" ? `"${tag}"` : `"${tag}-${encoding}"`;
}

/** Whether an `If-None-Match` header names the tag, in any encoding. */
export function tagMatches(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header
    .slice(0, 4000)
    .split(",")
    .map((part) => part.trim().replace(/^W\//u, ""))
    .some((part) => [`"${tag}"`, `"${tag}-br"`, `"${tag}-gzip"`].includes(part));
}
