import { VOTE_NAMES } from "../record/votes.ts";
import { type BulkTable, joined, listTable } from "./bulk-table.ts";

/** The registered sources behind the mark that a roll call carries. */
const providers = (mark: string): readonly string[] => [
  ...(mark.includes("voeten") ? ["voeten-unga"] : []),
  ...(mark.includes("undl") ? ["undl-unga"] : []),
];

/** The roll calls, one a row; the votes are in `votes`. */
const rollCalls = listTable(
  "rollcalls",
  "A recorded vote of the UN General Assembly in plenary, with its tallies.",
  ({ votes, overlay }) =>
    votes.rollCalls.filter(({ rcid }) => overlay?.rollCalls.includes(rcid) !== true),
  [
    ["rcid", ({ rcid }) => rcid],
    ["date", ({ date }) => date],
    ["session", ({ session }) => session],
    ["special", ({ special }) => special],
    ["symbol", ({ symbol }) => symbol],
    ["title", ({ title }) => title],
    ["yes", ({ yes }) => yes],
    ["no", ({ no }) => no],
    ["abstain", ({ abstain }) => abstain],
    ["absent", ({ absent }) => absent],
    ["topics", ({ topics }) => (topics === null ? null : joined(topics))],
    ["topics_coded", ({ topics }) => topics !== null],
    ["complete", ({ complete }) => complete],
    ["partial", ({ partial }) => partial === true],
    ["important", ({ important }) => important],
    ["amendment", ({ amendment }) => amendment],
    ["paragraph", ({ paragraph }) => paragraph],
    ["source", ({ source }) => source],
  ],
  ({ source }) => providers(source),
);

/** Every vote: a row a roll call, a column a state. */
const votes: BulkTable = {
  name: "votes",
  describe:
    `A roll call's votes, one column a state: ${VOTE_NAMES.slice(1).join(", ")}; ` +
    "an empty cell is a state that was not a member.",
  columns: (record) => ["rcid", ...record.votes.voters].map((name) => ({ name, label: name })),
  rows: ({ votes: { voters, rollCalls: calls, cells }, overlay }) =>
    calls.flatMap(({ rcid, source }, index) => {
      if (overlay?.rollCalls.includes(rcid) === true) return [];
      const start = index * voters.length;
      const cellOf = (v: number): string | null => {
        const code = cells[start + v] ?? 0;
        return code === 0 ? null : (VOTE_NAMES[code] ?? null);
      };
      const row = { rcid, ...Object.fromEntries(voters.map((key, v) => [key, cellOf(v)])) };
      return [{ row, sources: providers(source) }];
    }),
};

const disagreements = listTable(
  "disagreements",
  "A vote on which the two providers differ: the one used and the library's.",
  (record) => record.disagreements,
  [
    ["rcid", ({ rcid }) => rcid],
    ["state", ({ state }) => state],
    ["used", ({ used }) => used],
    ["library", ({ library }) => library],
  ],
  () => [],
);

/** The tables of the General Assembly's votes. */
export const VOTE_TABLES: readonly BulkTable[] = [rollCalls, votes, disagreements];
