import type { ConditionalTest, NotTest, PartsTest } from "../../record/claim-test.ts";
import type { TestContext } from "../context.ts";
import { type Outcome, outcomeOf } from "../outcome.ts";

const WORDS: Readonly<Record<Outcome["value"], string>> = {
  yes: "holds",
  no: "does not hold",
  undecidable: "is not decided",
  mixed: "holds in part",
  open: "is open",
};

function joined(
  parts: readonly (Outcome & { readonly part: string })[],
  value: Outcome["value"],
) {
  const missing = parts.flatMap(({ part, missing: one }) =>
    one === null ? [] : [`${part}: ${one}`],
  );
  // What is mixed would hold as a whole, did its first failed part hold.
  const wanted = value === "mixed" ? "no" : value;
  const decisive = parts.find((part) => part.value === wanted) ?? parts[0];
  return outcomeOf(value, {
    observed: parts
      .map(({ part, value: one, observed }) => `${part}: ${WORDS[one]} (${observed})`)
      .join("; "),
    evidence: parts.flatMap(({ part, evidence }) =>
      evidence.map((row) => ({
        ...row,
        part: row.part === "" ? part : `${part}: ${row.part}`,
      })),
    ),
    turning: decisive === undefined ? "" : `${decisive.part}: ${decisive.turning}`,
    missing: missing.length === 0 ? null : missing.join("; "),
    final: parts.length > 0 && parts.every(({ final }) => final),
  });
}

/** Every part holds; where some do and some do not, the outcome is mixed and says which. */
export async function allOf({ parts }: PartsTest, { run }: TestContext): Promise<Outcome> {
  const found = await Promise.all(
    parts.map(async ({ part, test }) => ({ part, ...(await run(test)) })),
  );
  const has = (value: Outcome["value"]): boolean => found.some((part) => part.value === value);
  if (has("mixed") || (has("yes") && has("no"))) return { ...joined(found, "mixed") };
  if (has("no")) return joined(found, "no");
  if (has("undecidable")) return joined(found, "undecidable");
  return joined(found, has("open") ? "open" : "yes");
}

/** One part holds at least. */
export async function anyOf({ parts }: PartsTest, { run }: TestContext): Promise<Outcome> {
  const found = await Promise.all(
    parts.map(async ({ part, test }) => ({ part, ...(await run(test)) })),
  );
  for (const value of ["yes", "mixed", "undecidable", "open"] as const) {
    if (found.some((part) => part.value === value)) {
      const final = found.some((part) => part.value === value && part.final);
      return { ...joined(found, value), final };
    }
  }
  return joined(found, "no");
}

/** The part does not hold. */
export async function notThis({ test }: NotTest, { run }: TestContext): Promise<Outcome> {
  const found = await run(test);
  const flipped = { yes: "no", no: "yes" } as const;
  const { value } = found;
  return { ...found, value: value === "yes" || value === "no" ? flipped[value] : value };
}

/**
 * The consequence, where the condition came about. Where it did not, the claim is neither right nor
 * wrong: open, or not decidable where the condition is one of enough data.
 */
export async function conditional(
  test: ConditionalTest,
  { run }: TestContext,
): Promise<Outcome> {
  const condition = { part: "condition", ...(await run(test.condition)) };
  if (condition.value === "no") {
    const { missing } = condition;
    const found = joined([condition], test.otherwise);
    const open = test.otherwise === "open";
    return { ...found, missing: open ? null : (missing ?? condition.turning), final: false };
  }
  if (condition.value !== "yes") return joined([condition], condition.value);
  const consequence = { part: "consequence", ...(await run(test.consequence)) };
  return joined([condition, consequence], consequence.value);
}
