import { ATOP } from "./atop.ts";
import { COW_TRADE } from "./cow-trade.ts";
import { FARISS } from "./fariss.ts";
import { NMC } from "./nmc.ts";
import type { Provider } from "./provider.ts";
import { SIPRI } from "./sipri.ts";

/** Every data set that a user can bring, by the name that commands take. */
export const PROVIDERS: readonly Provider[] = [ATOP, COW_TRADE, FARISS, NMC, SIPRI];
