import type { View } from "../../answer/view.ts";
import { VIEWS } from "../../answer/views/index.ts";
import { claimFileView } from "./claim-file.ts";
import { claimView } from "./claim.ts";
import { claimsView } from "./claims.ts";
import { allianceReadingsView, readingsView } from "./readings.ts";

/** The kinds of address that this layer adds. */
export const CLAIM_VIEWS: readonly View[] = [
  claimsView,
  claimFileView,
  claimView,
  readingsView,
  allianceReadingsView,
];

/** Every kind of address that the doors answer. */
export const ALL_VIEWS: readonly View[] = [...VIEWS, ...CLAIM_VIEWS];
