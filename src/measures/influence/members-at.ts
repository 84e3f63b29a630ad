import type { MemberSpell } from "../cohesion/member-spell.ts";

/**
 * The members at a roll call, for roll calls asked in ascending order; the list is the same
 * object until the membership changes.
 */
export function membersAt(
  spells: readonly MemberSpell[],
): (rollCall: number) => readonly number[] {
  const changes = [...new Set(spells.flatMap(({ from, to }) => [from, to]))].sort(
    (a, b) => a - b,
  );
  let next = 0;
  let members: readonly number[] = [];
  return (rollCall) => {
    if (next > 0 && rollCall < changes[next - 1]!) next = 0;
    if (next < changes.length && rollCall >= changes[next]!) {
      while (next < changes.length && rollCall >= changes[next]!) next += 1;
      members = spells
        .filter(({ from, to }) => rollCall >= from && rollCall < to)
        .map(({ voter }) => voter);
    }
    return next === 0 ? [] : members;
  };
}
