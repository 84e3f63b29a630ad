/** A file in the store of a user's sources. */
export interface HeldFile {
  readonly part: string;
  /** The name by which the user brought it, without folders. */
  readonly name: string;
  /** The name in the store. */
  readonly stored: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What the store says of a source: `source.json` in its folder. */
export interface HeldSource {
  readonly layout: number;
  readonly name: string;
  readonly version: string;
  readonly from: number;
  readonly to: number;
  readonly files: readonly HeldFile[];
  readonly unplaced: readonly string[];
}

/** The layout of the store's folders. */
export const STORE_LAYOUT = 1;
