/** Nothing but the page's own style and inlined pictures: pages of answers run no script. */
const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** A file opened in a browser may run nothing at all. */
const FILE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** What a request may use; everything else is refused. */
export const METHODS = "GET, HEAD, OPTIONS";

const EXPOSED = "ETag, Link, Retry-After, X-Total-Count";

/** The headers of every response; private rows are for the user's own pages alone. */
export function commonHeaders(isPrivate: boolean, isPage: boolean): Record<string, string> {
  return {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": isPage ? PAGE_POLICY : FILE_POLICY,
    ...(isPrivate
      ? {
          "Cross-Origin-Resource-Policy": "same-origin",
          // A browser starts another process for such a page, some 0.2 s; what is public has nothing
          // that the window which opened it could learn.
          "Cross-Origin-Opener-Policy": "same-origin",
        }
      : {
          "Access-Control-Allow-Origin": "*",
          "Access-Control-Expose-Headers": EXPOSED,
          "Cross-Origin-Resource-Policy": "cross-origin",
        }),
  };
}

/** The answer to `OPTIONS`: what may be asked, from where. */
export function preflightHeaders(isPrivate: boolean): Record<string, string> {
  const common = { ...commonHeaders(isPrivate, false), Allow: METHODS };
  if (isPrivate) return common;
  return {
    ...common,
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "Accept, Accept-Encoding, If-None-Match",
    "Access-Control-Max-Age": "86400",
  };
}
