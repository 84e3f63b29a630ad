import type { CasusRecord } from "../../record/record.ts";

/** "region|regime" of each voter on a day, null where the regime is not known. */
export function strataOf(record: CasusRecord, day: string): readonly (string | null)[] {
  const year = Number(day.slice(0, 4));
  return record.votes.voters.map((key) => {
    const region = (record.states.identity(key, day) ?? record.states.identities(key).at(-1))
      ?.region;
    const spell = record.regimes.find(
      ({ state, fromYear, toYear }) => state === key && fromYear <= year && year <= toYear,
    );
    return region === undefined || spell === undefined ? null : `${region}|${spell.regime}`;
  });
}
