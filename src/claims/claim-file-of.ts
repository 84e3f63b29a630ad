import { nearestNames } from "../answer/lookup.ts";
import { NotFoundError } from "../errors.ts";
import type { Claim, ClaimFile } from "../record/claim.ts";
import type { CasusRecord } from "../record/record.ts";

/** The claims of a text by id. @throws NotFoundError with the nearest ids. */
export function claimFileOf(record: CasusRecord, id: string): ClaimFile {
  const found = record.claims.find((file) => file.id === id.toLowerCase());
  if (found !== undefined) return found;
  const near = nearestNames(
    id,
    record.claims.map((file) => [file.id, file.title]),
  );
  throw new NotFoundError(`there are no claims ${JSON.stringify(id.slice(0, 60))}.`, {
    hint: near.length === 0 ? "The record holds none." : `Nearest: ${near.join(", ")}.`,
  });
}

/** A claim of a text by number. @throws NotFoundError with the numbers that there are. */
export function claimOf(file: ClaimFile, n: string): Claim {
  const found = file.claims.find((claim) => String(claim.n) === n);
  if (found !== undefined) return found;
  const [first, last] = [file.claims[0]?.n, file.claims.at(-1)?.n];
  throw new NotFoundError(`${file.id} has no claim ${JSON.stringify(n.slice(0, 20))}.`, {
    hint: `Its claims are numbered from ${first} to ${last}.`,
  });
}
