/** Whether a source's content may leave with a download (rule 12 of the domain). */
export type Redistribution = "yes" | "derived-only" | "no";

/** A document or data set that facts rest on. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly authors?: string;
  readonly publisher?: string;
  readonly year?: number;
  readonly version?: string;
  readonly url?: string;
  readonly doi?: string;
  readonly accessed?: string;
  readonly kind: string;
  readonly terms: string;
  readonly redistribution: Redistribution;
}
