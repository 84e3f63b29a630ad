const DAY = /^\d{4}-\d{2}-\d{2}$/u;

/**
 * The first day that an EDTF date can mean, as an ISO day: `2004-03~` gives `2004-03-01`. The
 * record compares memberships by this day; a date without its day carries a lower confidence.
 */
export function dayOf(edtf: string): string {
  if (DAY.test(edtf)) return edtf;
  const plain = (edtf.split("/")[0] ?? "").replaceAll(/[~?%]/gu, "").slice(0, 10);
  if (plain.length === 4) return `${plain}-01-01`;
  return plain.length === 7 ? `${plain}-01` : plain;
}
