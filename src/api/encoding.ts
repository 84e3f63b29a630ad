import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** How a body may travel. */
export type Encoding = "br" | "gzip" | "identity";

/** Below this, compressing costs more than it saves. */
const LEAST_BYTES = 1000;
const COMPRESSIBLE =
  /^(?:text\/|application\/(?:json|problem\+json|x-bibtex|octet)|image\/svg)/u;

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/** Whether a body of this type and size is worth compressing. */
export function isCompressible(type: string, bytes: number): boolean {
  return bytes >= LEAST_BYTES && COMPRESSIBLE.test(type);
}

/** The best encoding that an `Accept-Encoding` header allows. */
export function acceptedEncoding(header: string | undefined): Encoding {
  const weights = new Map<string, number>();
  for (const part of (header ?? "").slice(0, 500).split(",")) {
    const [name = "", ...rest] = part.trim().toLowerCase().split(";");
    const q = rest.map((text) => /^\s*q=([\d.]+)\s*$/u.exec(text)?.[1]).find(Boolean);
    weights.set(name.trim(), q === undefined ? 1 : Number(q));
  }
  const weight = (name: string): number => weights.get(name) ?? weights.get("*") ?? 0;
  if (weight("br") > 0 && weight("br") >= weight("gzip")) return "br";
  return weight("gzip") > 0 ? "gzip" : "identity";
}

/** A body compressed; fast levels, since the cache keeps the result but must wait for it. */
export async function compress(
  body: Uint8Array,
  encoding: "br" | "gzip",
): Promise<Uint8Array<ArrayBuffer>> {
  const made =
    encoding === "gzip"
      ? await deflate(body, { level: 6 })
      : await brotli(body, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: 5,
            [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength,
          },
        });
  return new Uint8Array(made);
}
