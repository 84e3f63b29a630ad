/** What decides whether two roll calls are the same item. */
export interface LinkableRollCall {
  readonly session: number;
  readonly title: string | null;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly amendment: boolean | null;
  readonly paragraph: boolean | null;
  /** Number of the family of repeated texts (`resolutionFamilies`). */
  readonly family: number;
}

/** When roll calls of one family count as the same item. */
export interface LinkRule {
  /** Most sessions between two links of a chain; default 3. */
  readonly reach?: number;
  /**
   * Largest half sum of absolute differences of the yes, no and abstain shares; default 0.01.
   */
  readonly tolerance?: number;
}

interface Chain {
  readonly item: number;
  readonly last: LinkableRollCall;
}

/**
 * Half the sum of absolute differences of the shares of yes, no and abstain: 0 alike, 1
 * disjoint.
 */
function tallyDistance(a: LinkableRollCall, b: LinkableRollCall): number {
  const castA = a.yes + a.no + a.abstain;
  const castB = b.yes + b.no + b.abstain;
  if (castA === 0 || castB === 0) return 1;
  const yes = Math.abs(a.yes / castA - b.yes / castB);
  const no = Math.abs(a.no / castA - b.no / castB);
  return (yes + no + Math.abs(a.abstain / castA - b.abstain / castB)) / 2;
}

function bySession(
  rollCalls: readonly LinkableRollCall[],
  indices: readonly number[],
): Map<number, number[]> {
  const sessions = new Map<number, number[]>();
  for (const index of indices) {
    const { session } = rollCalls[index] as LinkableRollCall;
    const known = sessions.get(session);
    if (known === undefined) sessions.set(session, [index]);
    else known.push(index);
  }
  return sessions;
}

/** Pairs chains with roll calls of one session, the closest tallies first, each used once. */
function closestPairs(
  chains: readonly Chain[],
  votes: readonly LinkableRollCall[],
  tolerance: number,
): Map<number, number> {
  const pairs = chains.flatMap((chain, from) =>
    votes.map((vote, to) => ({ from, to, distance: tallyDistance(chain.last, vote) })),
  );
  pairs.sort((a, b) => a.distance - b.distance || a.from - b.from || a.to - b.to);
  const matched = new Map<number, number>();
  const used = new Set<number>();
  for (const { from, to, distance } of pairs) {
    if (distance > tolerance) break;
    if (used.has(from) || matched.has(to)) continue;
    used.add(from);
    matched.set(to, from);
  }
  return matched;
}

/**
 * Numbers the items of roll calls, so that a text put to the vote again in a later session is
 * the same item and ties the sessions' scales together (the bridging of Bailey, Strezhnev and
 * Voeten 2017, doi:10.1177/0022002715595700, whose own list of matches is not public here).
 *
 * Two roll calls are linked where they are of one family of titles, votes on whole resolutions,
 * at most `reach` sessions apart and alike in their tallies; the closest tallies are linked
 * first, and no two roll calls of one session are ever the same item. Roll calls without a
 * title, on amendments or on paragraphs stand alone. Texts of one title differ from year to
 * year, so a link is an assumption: the tallies make it plausible, they do not prove it.
 * Returns one item number, from 0, per roll call.
 */
export function linkItems(
  rollCalls: readonly LinkableRollCall[],
  { reach = 3, tolerance = 0.01 }: LinkRule = {},
): Int32Array {
  const items = new Int32Array(rollCalls.length).fill(-1);
  const families = new Map<number, number[]>();
  for (const [index, vote] of rollCalls.entries()) {
    if (vote.title === null || vote.amendment === true || vote.paragraph === true) continue;
    const family = families.get(vote.family);
    if (family === undefined) families.set(vote.family, [index]);
    else family.push(index);
  }
  let count = 0;
  for (const family of families.values()) {
    const sessions = bySession(rollCalls, family);
    let chains: Chain[] = [];
    for (const [session, indices] of [...sessions].sort(([a], [b]) => a - b)) {
      chains = chains.filter(({ last }) => session - last.session <= reach);
      const votes = indices.map((index) => rollCalls[index] as LinkableRollCall);
      const matched = closestPairs(chains, votes, tolerance);
      const next: Chain[] = [];
      for (const [to, index] of indices.entries()) {
        const from = matched.get(to);
        const item = from === undefined ? count++ : (chains[from] as Chain).item;
        items[index] = item;
        next.push({ item, last: votes[to] as LinkableRollCall });
      }
      const continued = new Set(matched.values());
      chains = [...chains.filter((_, from) => !continued.has(from)), ...next];
    }
  }
  for (let index = 0; index < items.length; index += 1) {
    if (items[index] === -1) items[index] = count++;
  }
  return items;
}
