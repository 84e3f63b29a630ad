import { z } from "zod";
import type { SourceRef } from "./source-ref.ts";

const SHAPE =
  'needs a source id, an address that begins with "https://", or one of id, url and cite ' +
  "with an optional note and confidence";

const registryId = z.string().regex(/^[a-z0-9][a-z0-9-]*$/u);
const address = z.string().regex(/^https?:\/\/[^\s/]+\.[^\s]+$/u);

/** How far a fact may be trusted. */
export const confidenceSchema = z.enum(["high", "medium", "low"], {
  error: "needs a confidence: high, medium or low",
});

const rest = { note: z.string().optional(), confidence: confidenceSchema.optional() };

const rawSource = z.union(
  [
    address,
    registryId,
    z.strictObject({ id: registryId, ...rest }),
    z.strictObject({ url: address, ...rest }),
    z.strictObject({ cite: z.string().min(3), ...rest }),
  ],
  { error: SHAPE },
);

/** The sources of one fact as YAML holds them: at least one. */
export const rawSourcesSchema = z
  .array(rawSource, { error: `needs a list of sources; each ${SHAPE}` })
  .min(1, `needs at least one source; each ${SHAPE}`);

/** One source as YAML holds it. */
export type RawSource = z.output<typeof rawSource>;

/** Reads a source written short (an id or an address) or in full. */
export function toSourceRef(raw: RawSource): SourceRef {
  if (typeof raw === "string") {
    const plain = { note: null, confidence: null };
    return raw.includes("://")
      ? { kind: "address", url: raw, ...plain }
      : { kind: "registered", id: raw, ...plain };
  }
  const common = { note: raw.note ?? null, confidence: raw.confidence ?? null };
  if ("id" in raw) return { kind: "registered", id: raw.id, ...common };
  if ("url" in raw) return { kind: "address", url: raw.url, ...common };
  return { kind: "citation", cite: raw.cite, ...common };
}
