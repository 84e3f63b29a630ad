import { ATOP } from "./atop.ts";
import { FARISS } from "./fariss.ts";
import { NMC } from "./nmc.ts";
import type { Provider } from "./provider.ts";

/** Every data set that a user can bring, by the name that commands take. */
export const PROVIDERS: readonly Provider[] = [ATOP, FARISS, NMC];
