/** Which cells and roll calls enter a comparison of votes. */
export interface MaskRule {
  /** Absence (code 4) is read as an abstention; otherwise the cell does not count. */
  readonly absentAsAbstain: boolean;
  /** Roll calls on which all recorded votes of the whole Assembly are alike do not count. */
  readonly dropUnanimous: boolean;
}

/** One bit per roll call for each voter who voted: three planes (yes, abstain, no). */
export interface VoteMasks {
  /** Column numbers of the voters with at least one counted vote, ascending. */
  readonly voters: Uint16Array;
  /** 64-bit words per plane. */
  readonly words: number;
  /**
   * `planes[((i * 3 + plane) * words + word) * 2 + half]` holds 32 roll calls of the i-th voter,
   * the low half first.
   */
  readonly planes: Uint32Array;
}

/** Whether all recorded votes (yes, abstain, no) of a row of cells are alike, or there are none. */
export function isUnanimousRow(cells: Uint8Array, from: number, voterCount: number): boolean {
  let seen = 0;
  for (let v = from; v < from + voterCount; v++) seen |= 1 << (cells[v] as number);
  seen &= 0b1110;
  return (seen & (seen - 1)) === 0;
}

/**
 * Bit masks of the votes on the chosen rows of `cells` (row-major, `voterCount` codes a row:
 * 1 yes, 2 abstain, 3 no, 4 absent; 0 and 5 never count); plain twin of the compiled kernel.
 */
export function voteMasks(
  cells: Uint8Array,
  voterCount: number,
  rows: ArrayLike<number>,
  rule: MaskRule,
): VoteMasks {
  const words = Math.ceil(rows.length / 64);
  const stride = 6 * words;
  const all = new Uint32Array(voterCount * stride);
  let kept = 0;
  for (let r = 0; r < rows.length; r++) {
    const from = (rows[r] as number) * voterCount;
    if (rule.dropUnanimous && isUnanimousRow(cells, from, voterCount)) continue;
    for (let v = 0; v < voterCount; v++) {
      const cell = cells[from + v] as number;
      const code = rule.absentAsAbstain && cell === 4 ? 2 : cell;
      if (code < 1 || code > 3) continue;
      const at = v * stride + (code - 1) * 2 * words + (kept >>> 5);
      all[at] = (all[at] as number) | (1 << (kept & 31));
    }
    kept += 1;
  }
  const voters: number[] = [];
  for (let v = 0; v < voterCount; v++) {
    const own = all.subarray(v * stride, (v + 1) * stride);
    if (own.every((word) => word === 0)) continue;
    all.copyWithin(voters.length * stride, v * stride, (v + 1) * stride);
    voters.push(v);
  }
  return {
    voters: Uint16Array.from(voters),
    words,
    planes: all.slice(0, voters.length * stride),
  };
}
