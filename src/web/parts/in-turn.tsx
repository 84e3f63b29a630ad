import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { takeTurn } from "./take-turn.ts";

/** A part far down the page, which is made when what stands above it has been drawn. */
export function InTurn({ children }: { readonly children: ComponentChildren }) {
  const [isMade, setMade] = useState(false);
  useEffect(() => takeTurn(() => setMade(true)), []);
  return isMade ? children : <div class="to-come" />;
}
