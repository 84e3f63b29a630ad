import type { MembershipTest } from "../../record/claim-test.ts";
import type { TestContext } from "../context.ts";
import { type Outcome, outcomeOf } from "../outcome.ts";

/** Whether states belong to an organisation on a day; open where the day has not come. */
export async function membershipOnDate(
  { organisation, states, date, are }: MembershipTest,
  { answers, day }: TestContext,
): Promise<Outcome> {
  const address = `/alliances/${organisation}?at=${date < day ? date : day}`;
  const answer = await answers.read(address);
  const members = String(answer?.summary["member_states"] ?? "").split(" ");
  const inside = states.filter((state) => members.includes(state));
  const outside = states.filter((state) => !members.includes(state));
  const more = members.filter((state) => state !== "" && !states.includes(state));
  const holds = {
    members: outside.length === 0,
    "not-members": inside.length === 0,
    exactly: outside.length === 0 && more.length === 0,
  }[are];
  const spells = (answer?.rows ?? []).filter((row) => states.includes(String(row["state"])));
  const evidence = [
    {
      part: "",
      address: answer?.address ?? address,
      row: "summary member_states",
      value: members.join(" "),
    },
    ...spells.map((row) => ({
      part: "",
      address: answer?.address ?? address,
      row: String(row["state"]),
      value: `${row["from"]} to ${row["to"] ?? "today"}`,
    })),
  ];
  const names = states.join(", ");
  const turned = holds === (are !== "not-members") ? "had left before" : "had belonged on";
  const turning = `a membership row: one of ${names} ${turned} ${date}`;
  const observed = `members on ${date < day ? date : day}: ${members.join(", ")}`;
  const value = date > day ? "open" : holds ? "yes" : "no";
  return outcomeOf(value, { observed, evidence, turning });
}
