import type { CasusRecord } from "../../record/record.ts";

/** "region|regime" of each voter on a day, null where the regime is not known. */
export function strataOf(record: CasusRecord, day: string): readonly (string | null)[] {
  const year = Number(day.slice(0, 4));
  const regimes = new Map<string, string>();
  for (const { state, fromYear, toYear, regime } of record.regimes) {
    if (fromYear <= year && year <= toYear && !regimes.has(state)) regimes.set(state, regime);
  }
  return record.votes.voters.map((key) => {
    const region = (record.states.identity(key, day) ?? record.states.identities(key).at(-1))
      ?.region;
    const regime = regimes.get(key);
    return region === undefined || regime === undefined ? null : `${region}|${regime}`;
  });
}
