/**
 * Power indices of large games: exact counts in whole numbers, and doubles where a game is too
 * large for them. From the project root:
 *
 *   node scripts/bench.mjs power
 */
import { banzhaf } from "../src/measures/influence/banzhaf.ts";
import { gameOfRule } from "../src/measures/influence/game-of-rule.ts";
import { shapleyShubik } from "../src/measures/influence/shapley-shubik.ts";
import { type VotingGame, weightedGame } from "../src/measures/influence/voting-game.ts";
import { printHead, printTimings, timings } from "./parts/timings.ts";

const RUNS = 5;

async function time(label: string, work: () => unknown): Promise<void> {
  printTimings(label, await timings(RUNS, work));
}

const electors = [
  55, 38, 29, 29, 20, 20, 18, 16, 16, 15, 14, 13, 12, 11, 11, 11, 11, 10, 10, 10, 10, 9, 9, 9,
  8, 8, 7, 7, 7, 6, 6, 6, 6, 6, 6, 5, 5, 5, 4, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 3, 3,
];
const fund = Array.from({ length: 190 }, (_, i) => ((i * 7919) % 211) + 1 + (i < 3 ? 900 : 0));
const fundVotes = fund.reduce((sum, weight) => sum + weight, 0);
const nice = [
  29, 29, 29, 29, 27, 27, 14, 13, 12, 12, 12, 12, 12, 10, 10, 10, 7, 7, 7, 7, 7, 4, 4, 4, 4, 4,
  3,
];

const GAMES: readonly (readonly [string, VotingGame])[] = [
  ["193 members, two thirds", gameOfRule("two-thirds", 193)!],
  ["51 weighted members, 538 votes", weightedGame([{ weights: electors, quota: 270 }])],
  [
    `190 weighted members, ${fundVotes} votes, 85 % (doubles)`,
    weightedGame([{ weights: fund, quota: Math.ceil(fundVotes * 0.85) }]),
  ],
  [
    "27 members, two quotas (2^27 coalitions)",
    weightedGame([
      { weights: nice, quota: 255 },
      { weights: nice.map(() => 1), quota: 14 },
    ]),
  ],
];

printHead();
for (const [label, game] of GAMES) {
  await time(`Banzhaf: ${label}`, () => banzhaf(game));
  await time(`Shapley-Shubik: ${label}`, () => shapleyShubik(game));
}
