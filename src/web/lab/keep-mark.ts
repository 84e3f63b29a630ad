import { place } from "../place/place.ts";

/** An address with what stands after `#` now, such as the call that is kept beside. */
export function keepMark(address: string): string {
  const { mark } = place.peek();
  return mark === "" ? address : `${address}#${mark}`;
}
