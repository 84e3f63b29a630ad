/** The folder that the pages lie in, with a slash at both ends: `/`, or `/casus/`. */
export const BASE: string =
  document.querySelector<HTMLMetaElement>('meta[name="casus-base"]')?.content ?? "/";

/** Where an address lies on this host. */
export function hrefOf(address: string): string {
  return `${BASE}${address.replace(/^\//u, "")}`;
}

/** The whole address of this site, without a slash at its end: what its citations begin with. */
export const siteBase = (): string =>
  new URL(hrefOf("/"), location.href).href.replace(/\/$/u, "");

/** The address of a path on this host. */
export function addressOf(path: string): string {
  return path.startsWith(BASE) ? `/${path.slice(BASE.length)}` : path;
}
