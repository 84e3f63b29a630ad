/** How one country is shown. */
export interface Mapped {
  readonly m49: string;
  /** The look that the style, and a saved file, give a colour. */
  readonly look: MapLook;
  /** Name and value, for the tooltip. */
  readonly label: string;
}

/**
 * The colours of the looks on white paper, for a file that is saved; a page takes them from its
 * style, which has them for dark paper too.
 */
export const MAP_LOOKS = {
  none: "#dfe3e7",
  member: "#0072b2",
  once: "#e69f00",
  other: "#a9cde2",
  "vote-yes": "#0072b2",
  "vote-abstain": "#f0e0a0",
  "vote-no": "#b34700",
  "vote-absent": "#ffffff",
  "vote-unknown": "#ffffff",
} as const;

/** The name of a look. */
export type MapLook = keyof typeof MAP_LOOKS;

/** An entry of a map's key. */
export interface MapKey {
  readonly look: MapLook;
  readonly text: string;
}

/** The states that no outline and no dot of today's world stands for. */
export function unseenOn(
  { shapes, points }: Readonly<Record<"shapes" | "points", Readonly<Record<string, unknown>>>>,
  states: readonly Mapped[],
): string | null {
  const unseen = states.filter(({ m49 }) => !(m49 in shapes) && !(m49 in points));
  if (unseen.length === 0) return null;
  return `Not on today's map: ${unseen.map(({ label }) => label).join("; ")}.`;
}

/** Where the outlines are from, and what they do not say. */
export const OUTLINES_NOTE =
  "Outlines: Natural Earth, 1:50 million (public domain), drawn as the General Assembly has them " +
  "(Crimea: A/RES/68/262). They say nothing on any border.";
