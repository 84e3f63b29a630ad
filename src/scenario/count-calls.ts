import type { Tally } from "../treaty/decide.ts";
import type { DrawnCalls } from "./draw-calls.ts";
import { ABSTAIN, CODES, CONTRIBUTE, NO, YES } from "./stance-codes.ts";

/** Who votes in a decision, and what carries it. */
export interface Ballots {
  /** Whether each member asked votes. */
  readonly votes: readonly boolean[];
  /** Whether the appellant votes, in favour. */
  readonly appellantVotes: boolean;
  /** The code of a stance held by hand, by the member's place. */
  readonly hands: ReadonlyMap<number, number>;
  readonly carries: (tally: Tally) => boolean;
}

/** One simulated call, counted. */
export interface CountedCall {
  /** Its place among the calls. */
  readonly call: number;
  /** Which draw of the parameters it is of. */
  readonly draw: number;
  /** The tally of those that vote, and how many have means of their own. */
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly senders: number;
  /** Whether what is asked for comes where it can. */
  readonly comes: boolean;
  readonly adopted: boolean;
}

/** Runs a rule over drawn calls, and tells `watch` each; the object told is the same each time. */
export function countCalls(
  { stances, counts, comes, sizes }: DrawnCalls,
  { votes, appellantVotes, hands, carries }: Ballots,
  watch: (call: CountedCall) => void,
): void {
  const size = votes.length;
  const held = [...hands];
  const silent = votes.flatMap((vote, i) => (vote ? [] : [i]));
  const own = new Int32Array(CODES);
  const tally = { yes: 0, no: 0, abstain: 0, absent: 0 };
  const counted = {
    call: 0,
    draw: 0,
    yes: 0,
    no: 0,
    abstain: 0,
    senders: 0,
    comes: false,
    adopted: false,
  };
  let call = 0;
  for (let draw = 0; draw < sizes.length; draw += 1) {
    counted.draw = draw;
    const end = call + (sizes[draw] as number);
    for (; call < end; call += 1) {
      for (let code = NO; code < CODES; code += 1) {
        own[code] = counts[call * CODES + code] as number;
      }
      for (const [i, code] of held) {
        own[stances[call * size + i] as number]! -= 1;
        own[code]! += 1;
      }
      counted.senders = own[CONTRIBUTE] as number;
      for (const i of silent) {
        const code = hands.get(i) ?? stances[call * size + i];
        own[code as number]! -= 1;
      }
      const yes = (own[YES] as number) + (own[CONTRIBUTE] as number);
      tally.yes = appellantVotes ? yes + 1 : yes;
      tally.no = own[NO] as number;
      tally.abstain = own[ABSTAIN] as number;
      counted.call = call;
      counted.yes = tally.yes;
      counted.no = tally.no;
      counted.abstain = tally.abstain;
      counted.comes = comes[call] === 1;
      counted.adopted = carries(tally);
      watch(counted);
    }
  }
}
