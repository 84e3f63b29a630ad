import { addressOf } from "./base.ts";

/** The address, path and query, that a place on this host shows. */
export function addressOfPlace({
  pathname,
  search,
}: {
  readonly pathname: string;
  readonly search: string;
}): string {
  const address = addressOf(pathname);
  // Static hosts write a folder's address with a slash at its end.
  const plain = address.length > 1 ? address.replace(/\/+$/u, "") : address;
  return `${plain}${search}`;
}
