/**
 * The agreement index of a group on one roll call, abstention being a third side:
 * (max - ((Y + N + A) - max) / 2) / (Y + N + A) with max the largest of the three, computed as
 * (3 max - n) / 2n. It runs from 0 (three equal sides) to 1 (all alike); an even split in two
 * gives 1/4; null where nobody voted. Hix, Noury and Roland (2005,
 * doi:10.1017/S0007123405000128).
 */
export function agreementIndex(yes: number, no: number, abstain: number): number | null {
  const cast = yes + no + abstain;
  if (cast === 0) return null;
  return (3 * Math.max(yes, no, abstain) - cast) / (2 * cast);
}
