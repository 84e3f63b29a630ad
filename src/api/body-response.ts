import { acceptedEncoding, compress, type Encoding, isCompressible } from "./encoding.ts";
import { tagHeader, tagMatches } from "./entity-tag.ts";
import { commonHeaders } from "./headers.ts";

/** A body to be sent, and what is known of it. */
export interface Sendable {
  readonly body: Uint8Array;
  readonly type: string;
  readonly tag: string;
  /** Whether these bytes will never change under this address. */
  readonly immutable: boolean;
  readonly isPrivate: boolean;
  /** Makes the body in an encoding, or finds it made. */
  readonly encoded: (encoding: string, make: () => Promise<Uint8Array>) => Promise<Uint8Array>;
  readonly headers?: Readonly<Record<string, string>>;
}

function headersOf(sendable: Omit<Sendable, "body" | "encoded">, encoding: Encoding) {
  const { type, tag, immutable, isPrivate, headers } = sendable;
  const keep = immutable ? "max-age=31536000, immutable" : "no-cache";
  return {
    ...commonHeaders(isPrivate, type.startsWith("text/html")),
    ETag: tagHeader(tag, encoding),
    "Cache-Control": `${isPrivate ? "private" : "public"}, ${keep}`,
    Vary: "Accept-Encoding",
    ...headers,
  };
}

/** The answer to a request that holds the same bytes already; null where it does not. */
export function notModified(
  request: Request,
  sendable: Omit<Sendable, "body" | "encoded">,
): Response | null {
  if (!tagMatches(request.headers.get("If-None-Match") ?? undefined, sendable.tag)) return null;
  return new Response(null, { status: 304, headers: headersOf(sendable, "identity") });
}

/** A body as a response, compressed where the client takes it and it pays. */
export async function bodyResponse(request: Request, sendable: Sendable): Promise<Response> {
  const { body, type, encoded } = sendable;
  const accepted = acceptedEncoding(request.headers.get("Accept-Encoding") ?? undefined);
  const encoding = isCompressible(type, body.byteLength) ? accepted : "identity";
  const bytes =
    encoding === "identity"
      ? body
      : await encoded(encoding, async () => await compress(body, encoding));
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      ...headersOf(sendable, encoding),
      "Content-Type": type,
      "Content-Length": String(bytes.byteLength),
      ...(encoding === "identity" ? {} : { "Content-Encoding": encoding }),
    },
  });
}
