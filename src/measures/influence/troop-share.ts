import type { Case } from "../../record/case.ts";
import type { StateKey } from "../../states/state.ts";

/** A share known within bounds. */
export interface ShareBounds {
  readonly least: number;
  readonly most: number;
}

/**
 * The share of the people sent in a case that one state sent, within the bounds that the record
 * leaves: own / (own + others), with own and others each from their contingents (a contingent
 * of unknown size has no upper bound) and from the whole force, where its size is known. In
 * [0, 1]. A state that stood aside, dissented or gave words only sent nobody; one of which
 * nothing is seen may have sent any number. Contingents that all have a size are taken to be all
 * there were. Null where the record has neither a contingent nor
 * a force of some size, so that nobody is known to have been sent.
 */
export function troopShare(
  { contingents, size, stances }: Pick<Case, "contingents" | "size" | "stances">,
  state: StateKey,
): ShareBounds | null {
  const force = { least: size?.least ?? 0, most: size?.most ?? Infinity };
  if (contingents.length === 0 && force.least === 0) return null;
  const bounds = (rows: Case["contingents"]) => ({
    least: rows.reduce((sum, { personnel }) => sum + (personnel?.least ?? 0), 0),
    most: rows.reduce((sum, { personnel }) => sum + (personnel?.most ?? Infinity), 0),
  });
  const rows = contingents.filter((row) => row.state === state);
  const stance = stances.find((row) => row.state === state)?.stance ?? "not-seen";
  const sent = rows.length > 0 || stance === "contributed" || stance === "not-seen";
  if (!sent) return { least: 0, most: 0 };
  const own = rows.length > 0 ? bounds(rows) : { least: 0, most: Infinity };
  const others = bounds(contingents.filter((row) => row.state !== state));
  const ofForce = own.least === 0 ? 0 : own.least / Math.max(force.most, own.least);
  const ofNamed = own.least === 0 ? 0 : own.least / (own.least + others.most);
  const most = Math.min(
    1,
    others.least === 0 || own.most === Infinity ? 1 : own.most / (own.most + others.least),
    force.least === 0 ? 1 : own.most / force.least,
    force.most === Infinity || force.most === 0
      ? 1
      : Math.max(0, 1 - others.least / force.most),
  );
  return { least: Math.min(Math.max(ofForce, ofNamed), most), most };
}
