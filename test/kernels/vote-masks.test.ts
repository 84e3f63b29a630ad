import { describe, expect, test } from "vitest";
import { dyadTables } from "../../src/kernels/dyad-tables.ts";
import { isUnanimousRow, voteMasks } from "../../src/kernels/vote-masks.ts";

const plain = { absentAsAbstain: false, dropUnanimous: false };

describe("voteMasks", () => {
  // Voters A B C D; D is not a member in row 0 and unknown in row 2; C is absent in rows 1 and 2.
  const cells = Uint8Array.of(1, 1, 3, 0, 2, 1, 4, 4, 3, 3, 4, 5);

  test("sets one bit per counted vote in the plane of the vote", () => {
    const masks = voteMasks(cells, 4, [0, 1, 2], plain);
    expect([...masks.voters]).toStrictEqual([0, 1, 2]);
    expect(masks.words).toBe(1);
    const low = [...masks.planes].filter((_, index) => index % 2 === 0);
    // yes, abstain, no of A; of B; of C
    expect(low).toStrictEqual([0b001, 0b010, 0b100, 0b011, 0, 0b100, 0, 0, 0b001]);
  });

  test("reads absence as abstention only where the rule says so", () => {
    const masks = voteMasks(cells, 4, [0, 1, 2], { ...plain, absentAsAbstain: true });
    expect([...masks.voters]).toStrictEqual([0, 1, 2, 3]);
    const counts = dyadTables(masks);
    // Pair C-D: only row 1 is jointly recorded, both absent; D's unknown vote never counts.
    const pairs = 6;
    expect(counts[4 * pairs + 5]).toBe(1);
    expect(counts.filter((_, index) => index % pairs === 5)).toHaveLength(9);
    expect(counts.filter((_, index) => index % pairs === 5).reduce((x, y) => x + y)).toBe(1);
  });

  test("drops roll calls on which all recorded votes are alike", () => {
    const masks = voteMasks(cells, 4, [0, 1, 2], { ...plain, dropUnanimous: true });
    const low = [...masks.planes].filter((_, index) => index % 2 === 0);
    expect(low).toStrictEqual([0b01, 0b10, 0, 0b11, 0, 0, 0, 0, 0b01]);
  });

  test("takes no roll calls and no voters", () => {
    expect(voteMasks(cells, 4, [], plain).voters).toHaveLength(0);
    expect(dyadTables(voteMasks(new Uint8Array(0), 0, [], plain))).toHaveLength(0);
  });
});

test("isUnanimousRow looks at recorded votes only", () => {
  expect(isUnanimousRow(Uint8Array.of(3, 3, 4, 0, 5), 0, 5)).toBe(true);
  expect(isUnanimousRow(Uint8Array.of(3, 2, 4, 0, 5), 0, 5)).toBe(false);
  expect(isUnanimousRow(Uint8Array.of(4, 4), 0, 2)).toBe(true);
});
