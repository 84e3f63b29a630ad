import { VOTE, type VoteRecord } from "../../record/votes.ts";

/** How alike two roll calls divided the states. */
export interface RollCallLikeness {
  /** Index into the record's roll calls. */
  readonly index: number;
  /** Kappa over the states that voted on both, at most 1. */
  readonly kappa: number;
  readonly n: number;
}

/** Below this many states that voted on both a likeness is withheld. */
const FEWEST_STATES = 20;

const PLACES = new Int8Array(8).fill(-1);
PLACES[VOTE.yes] = 0;
PLACES[VOTE.abstain] = 1;
PLACES[VOTE.no] = 2;

/** Kappa of a table of joint votes, yes, abstain and no at equal steps; null where undefined. */
function kappaOf(table: Int32Array): { readonly kappa: number | null; readonly n: number } {
  const rows = [0, 0, 0];
  const columns = [0, 0, 0];
  let n = 0;
  let observed = 0;
  for (let a = 0; a < 3; a += 1) {
    for (let b = 0; b < 3; b += 1) {
      const count = table[3 * a + b]!;
      rows[a]! += count;
      columns[b]! += count;
      n += count;
      observed += count * (a - b) * (a - b);
    }
  }
  let expected = 0;
  for (let a = 0; a < 3; a += 1) {
    for (let b = 0; b < 3; b += 1) expected += rows[a]! * columns[b]! * (a - b) * (a - b);
  }
  if (n < FEWEST_STATES || expected === 0) return { kappa: null, n };
  return { kappa: 1 - (observed * n) / expected, n };
}

/**
 * How alike every other roll call divided the states, the most alike first: Cohen's kappa with
 * squared distances, 1 - sum n_ij (i - j)^2 / sum (n_i. n_.j / n) (i - j)^2, over the states that
 * voted yes (0), abstained (1) or voted no (2) on both. 1 is the same division, 0 what the sizes of
 * the sides alone would give, below 0 a division turned round. Withheld below 20 states and where
 * neither roll call divided them. Roll calls of which only some votes are known are left out. Cohen
 * 1968, doi:10.1037/h0026256.
 */
export function similarRollCalls(
  votes: VoteRecord,
  index: number,
): readonly RollCallLikeness[] {
  const { cells, rollCalls } = votes;
  const size = votes.voters.length;
  const own = index * size;
  const table = new Int32Array(9);
  const found: RollCallLikeness[] = [];
  for (let other = 0; other < rollCalls.length; other += 1) {
    if (other === index || rollCalls[other]!.partial === true) continue;
    table.fill(0);
    const base = other * size;
    for (let voter = 0; voter < size; voter += 1) {
      const a = PLACES[cells[own + voter]!]!;
      const b = PLACES[cells[base + voter]!]!;
      if (a >= 0 && b >= 0) table[3 * a + b]! += 1;
    }
    const { kappa, n } = kappaOf(table);
    if (kappa !== null) found.push({ index: other, kappa, n });
  }
  return found.sort((a, b) => b.kappa - a.kappa || b.n - a.n || a.index - b.index);
}
