import { drawNormal } from "../../../bench/positions-simulate.ts";
import { seededRandom } from "../../../src/kernels/random.ts";
import type { RollCall, VoteRecord } from "../../../src/record/votes.ts";

/** Sizes of a simulated assembly: `repeated` texts come back every session, `fresh` ones once. */
export interface SimulatedAssembly {
  readonly voters: number;
  readonly sessions: number;
  readonly repeated: number;
  readonly fresh: number;
}

/** Sets the tallies of a roll call to what its cells hold. */
export function recounted(rollCall: RollCall, row: Uint8Array): RollCall {
  const count = (code: number): number => row.filter((cell) => cell === code).length;
  return { ...rollCall, yes: count(1), abstain: count(2), no: count(3), absent: count(4) };
}

/**
 * Votes drawn from the position model, as a record: a day in October and one in December of each
 * session, repeated texts in the one and new texts in the other; a twentieth of cells absent.
 * States stand still; on a repeated text each has a deviation of its own of variance 0.8.
 */
export function simulatedRecord(plan: SimulatedAssembly, seed: number): VoteRecord {
  const random = seededRandom(seed);
  const { voters, sessions, repeated, fresh } = plan;
  const theta = Array.from({ length: voters }, () => drawNormal(random));
  const drawn = (variance: number) => {
    const cuts = [drawNormal(random), drawNormal(random)].sort((a, b) => a - b);
    return {
      slope: drawNormal(random),
      cuts,
      own: theta.map(() => Math.sqrt(variance) * drawNormal(random)),
      rest: Math.sqrt(1 - variance),
    };
  };
  const texts = Array.from({ length: repeated }, () => drawn(0.8));
  const rollCalls: RollCall[] = [];
  const rows: Uint8Array[] = [];
  for (let s = 0; s < sessions; s += 1) {
    const session = 60 + s;
    for (let j = 0; j < repeated + fresh; j += 1) {
      const old = j < repeated;
      const text = old ? texts[j]! : drawn(0);
      const row = Uint8Array.from(theta, (position, i) => {
        if (random.uniform() < 0.05) return 4;
        const z = text.slope * position + text.own[i]! + text.rest * drawNormal(random);
        return 1 + text.cuts.filter((cut) => z > cut).length;
      });
      const family = old ? j : 1000 + rollCalls.length;
      rows.push(row);
      rollCalls.push(
        recounted(
          {
            rcid: rollCalls.length + 1,
            date: `${1945 + session}-${old ? 10 : 12}-${String(1 + (j % 3)).padStart(2, "0")}`,
            session,
            special: null,
            symbol: null,
            title: `text ${family}`,
            yes: 0,
            no: 0,
            abstain: 0,
            absent: 0,
            complete: true,
            important: null,
            topics: null,
            amendment: null,
            paragraph: null,
            source: "simulated",
            family,
          },
          row,
        ),
      );
    }
  }
  const order = rollCalls
    .map((_, at) => at)
    .sort((a, b) => rollCalls[a]!.date.localeCompare(rollCalls[b]!.date) || a - b);
  const cells = new Uint8Array(rollCalls.length * voters);
  order.forEach((at, r) => cells.set(rows[at]!, r * voters));
  return {
    voters: theta.map((_, i) => `S${i}`) as unknown as VoteRecord["voters"],
    rollCalls: order.map((at) => rollCalls[at]!),
    cells,
  };
}
