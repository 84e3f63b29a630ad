import { type Random, seededRandom } from "../kernels/random.ts";
import { normalDraws } from "../measures/positions/draw-normal.ts";
import { drawBeta } from "./draw-beta.ts";
import { ABSTAIN, CODES, CONTRIBUTE, NO, YES } from "./stance-codes.ts";
import type { AskedMember, StanceModel } from "./stance-model.ts";

/** What calls are drawn from. */
export interface DrawInput {
  /** The members asked; the appellant is not among them. */
  readonly members: readonly AskedMember[];
  /** Calls with a member's own means on record: in how many of them what was asked for came. */
  readonly arrivals: { readonly came: number; readonly of: number };
  readonly model: StanceModel;
}

/** How many calls are drawn, from which seed. */
export interface DrawOptions {
  readonly calls: number;
  readonly seed: number;
}

/** Calls as a model has them, before any rule is run over them and any stance held. */
export interface DrawnCalls {
  /** Codes of the stances, call by call: the first call's members, then the second's. */
  readonly stances: Uint8Array;
  /** How many members have each code, call by call. */
  readonly counts: Uint16Array;
  /** 1 for a call in which what is asked for comes where it can. */
  readonly comes: Uint8Array;
  /** Calls of each draw of the parameters, in the order of the calls. */
  readonly sizes: Int32Array;
}

/** Draws calls from a model. */
export type DrawCalls = (input: DrawInput, options: DrawOptions) => DrawnCalls;

const FEWEST_DRAWS = 20;
const MOST_DRAWS = 400;
const CALLS_A_DRAW = 50;

/** The streams of a run: what differs between calls stays the same under a switch. */
function streams(seed: number): {
  readonly parameters: Random;
  readonly stances: Random;
  readonly arrivals: Random;
} {
  const source = seededRandom(seed);
  const next = (): Random => seededRandom(source.uint32());
  return { parameters: next(), stances: next(), arrivals: next() };
}

/** Bytes that calls drawn for so many members take. */
export const drawnBytes = (members: number, calls: number): number => calls * (members + 9);

/**
 * Draws the members' stances in calls from a model, and whether what is asked for would come. Neither
 * the rule nor a stance held by hand enters: calls drawn once serve every rule and every hand.
 *
 * Deterministic: the same input and seed give the same bytes. Stances are drawn from a stream of
 * their own, so that a change of the call moves no other draw.
 */
export function drawCalls(
  { members, arrivals, model }: DrawInput,
  { calls, seed }: DrawOptions,
): DrawnCalls {
  const size = members.length;
  const draws = Math.max(FEWEST_DRAWS, Math.min(MOST_DRAWS, Math.floor(calls / CALLS_A_DRAW)));
  const random = streams(seed);
  const normal = normalDraws(random.parameters);
  const sizes = new Int32Array(draws);
  const stances = new Uint8Array(calls * size);
  const counts = new Uint16Array(calls * CODES);
  const comes = new Uint8Array(calls);
  const favour = new Float64Array(size);
  const means = new Float64Array(size);
  const abstaining = new Float64Array(size);
  let call = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    const end = Math.floor(((draw + 1) * calls) / draws);
    const sampler = model.sampler(members, random.parameters, normal);
    const arrival = drawBeta(
      arrivals.came + 0.5,
      arrivals.of - arrivals.came + 0.5,
      random.parameters,
      normal,
    );
    sizes[draw] = end - call;
    for (; call < end; call += 1) {
      sampler.next(favour, means, abstaining);
      if (random.arrivals.uniform() < arrival) comes[call] = 1;
      const row = call * size;
      for (let i = 0; i < size; i += 1) {
        const u = random.stances.uniform();
        const f = favour[i] as number;
        const code =
          u < (1 - f) * (1 - (abstaining[i] as number))
            ? NO
            : u < 1 - f
              ? ABSTAIN
              : u < 1 - f * (means[i] as number)
                ? YES
                : CONTRIBUTE;
        stances[row + i] = code;
        counts[call * CODES + code]! += 1;
      }
    }
  }
  return { stances, counts, comes, sizes };
}
