/** A date as JSON holds it: an infinity has become null. */
interface StoredDate {
  earliest: number | null;
  latest: number | null;
  readonly precision: string;
}

function isStoredDate(value: object): value is StoredDate {
  return "earliest" in value && "latest" in value && "precision" in value;
}

/** Gives the open ends of every date within a value back as infinities; changes it in place. */
export function restoreDates<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  if (isStoredDate(value)) {
    value.earliest ??= -Infinity;
    value.latest ??= Infinity;
    return value;
  }
  for (const part of Object.values(value)) restoreDates(part);
  return value;
}
