import { UsageError } from "../errors.ts";

/** Where the programs' side of the server begins. */
export const API_BASE = "/api/v1";

/** A request's path taken apart. */
export interface Located {
  /** Whether a program asks: JSON where no form is named, problems as data. */
  readonly api: boolean;
  /** The release that a permalink names. */
  readonly release: string | null;
  /** The address, with its extension and query. */
  readonly address: string;
  /** The path before the address: the API's base and the permalink's. */
  readonly prefix: string;
}

/** `/api/v1/r/<release>/alliances.csv?at=...` as its parts. */
export function locate(pathname: string, search: string): Located {
  const api = pathname === API_BASE || pathname.startsWith(`${API_BASE}/`);
  const path = api ? pathname.slice(API_BASE.length) : pathname;
  const base = api ? API_BASE : "";
  const match = /^\/r\/([^/]*)(\/.*)?$/u.exec(path);
  if (match === null) return { api, release: null, address: `${path}${search}`, prefix: base };
  const [, release = "", rest = "/"] = match;
  if (!/^[0-9a-f]{12}(?:\+[0-9a-z.-]{1,40})?$/u.test(release.replaceAll("%2B", "+"))) {
    throw new UsageError(`${JSON.stringify(release.slice(0, 40))} is not a release.`, {
      hint: 'A permalink is "/r/<release>/<address>"; a release is 12 hexadecimal digits.',
    });
  }
  return {
    api,
    release: release.replaceAll("%2B", "+"),
    address: `${rest}${search}`,
    prefix: `${base}/r/${release}`,
  };
}
