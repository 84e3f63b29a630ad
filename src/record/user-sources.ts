import type { AtopTables } from "../sources/atop.ts";
import type { TradeRow } from "../sources/cow-trade.ts";
import type { FarissRow } from "../sources/fariss.ts";
import type { HeldSource } from "../sources/held-source.ts";
import type { NmcRow } from "../sources/nmc.ts";
import type { ArmsRow } from "../sources/sipri.ts";

export type { AtopAlliance, AtopMember, AtopObligations, AtopTables } from "../sources/atop.ts";
export type { FarissRow } from "../sources/fariss.ts";
export type { NmcRow } from "../sources/nmc.ts";

/** A data set that the user brought, as answers cite it. */
export interface UserSource extends HeldSource {
  /** Its id among the sources of the record. */
  readonly source: string;
}

/**
 * The data sets that the user brought and asked to be used; each is read when first asked for, and is
 * null where it was not brought. Their rows never leave: answers state what is derived from them.
 */
export interface UserSources {
  readonly held: readonly UserSource[];
  readonly arms: () => readonly ArmsRow[] | null;
  readonly atop: () => AtopTables | null;
  readonly fariss: () => readonly FarissRow[] | null;
  readonly nmc: () => readonly NmcRow[] | null;
  readonly trade: () => readonly TradeRow[] | null;
}
