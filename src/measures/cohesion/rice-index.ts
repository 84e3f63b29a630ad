/**
 * The Rice index of a group on one roll call: |Y - N| / (Y + N), from 0 (even split) to 1 (all
 * one way); null where nobody voted yes or no. Abstentions do not count, and small groups
 * score higher by chance alone (Desposato 2005, British Journal of Political Science 35(4)).
 * Rice (1925, doi:10.2307/2142407).
 */
export function riceIndex(yes: number, no: number): number | null {
  const cast = yes + no;
  return cast === 0 ? null : Math.abs(yes - no) / cast;
}
