import type { ComponentChildren } from "preact";

/** A web address, or a DOI as citations write it; what ends the sentence is no part of it. */
const LINK = /(https?:\/\/[^\s<>"]+[^\s<>".,;:)]|doi:10\.[^\s<>"]+[^\s<>".,;:)])/u;

/** Text whose web addresses and DOIs lead there; nothing is asked of them until a reader goes. */
export function LinkedText({ text }: { readonly text: string }): ComponentChildren {
  return text.split(LINK).map((piece, i) =>
    i % 2 === 0 ? (
      piece
    ) : (
      <a key={i} href={piece.replace(/^doi:/u, "https://doi.org/")} rel="noreferrer">
        {piece}
      </a>
    ),
  );
}
