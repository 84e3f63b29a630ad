import type { CasusRecord } from "../../record/record.ts";
import { MEANS_NOTES, type MeansName, memberValues } from "../means-of-members.ts";
import { listed } from "../text.ts";

/** Says which means are not in the record, and what brings them. */
export function missingMeans(
  record: CasusRecord,
  names: readonly MeansName[],
): readonly string[] {
  const without = names.filter(
    (means) => MEANS_NOTES[means].brought === "nmc" && memberValues(record, means) === null,
  );
  return without.length === 0
    ? []
    : [
        `Not decidable with this record: ${listed(without.map((name) => MEANS_NOTES[name].label))}. ` +
          'They are in a data set that does not ship; "casus source add nmc FILE" brings it, and ' +
          "--sources uses it.",
      ];
}

/** What means do not say. */
export const MEANS_CAVEAT =
  "Means are not influence: they count people, money and steel, not quality, distance, nuclear " +
  "weapons or the will to use them.";
