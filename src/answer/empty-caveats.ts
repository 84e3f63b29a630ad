import { dayOf } from "../dates/day-of.ts";
import { membersEver, membershipsOn } from "../record/membership.ts";
import type { CasusRecord } from "../record/record.ts";
import type { Coverage } from "./answer.ts";

/** What an answer without any row is about. */
interface Asked {
  readonly record: CasusRecord;
  readonly path: Readonly<Record<string, string>>;
  readonly address: string;
  readonly covers: Coverage;
}

/** Why an answer holds nothing, as far as the record says, so that no reader takes it for a zero. */
export function emptyCaveats({ record, path, address, covers }: Asked): readonly string[] {
  const organisation = address.startsWith("/alliances/")
    ? record.organisations.find(({ id }) => id === path["id"])
    : undefined;
  const span = `from ${covers.from} to ${covers.to}`;
  if (organisation !== undefined && membersEver(organisation).length > 0) {
    const begun = organisation.memberships.map(({ from }) => dayOf(from));
    const days = [covers.from, ...begun.filter((day) => day > covers.from && day <= covers.to)];
    if (days.every((day) => membershipsOn(organisation, day).length === 0)) {
      const first = begun.toSorted()[0]!;
      return [
        `Nothing is computed: ${organisation.short} has no member ${span} (the first belongs ` +
          `since ${first}).`,
      ];
    }
  }
  return [
    `Nothing in this record falls under this address ${span}. A missing row is no evidence that ` +
      "nothing happened; ask for a longer span or fewer conditions.",
  ];
}
