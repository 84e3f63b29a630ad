import type { Answer } from "../../answer/answer.ts";
import { hrefOf } from "../place/base.ts";

/** Leads to the alliance on one page of A4. */
export function BriefLink({ answer }: { readonly answer: Answer }) {
  const id = /^\/alliances\/([^/?]+)/u.exec(answer.address)?.[1];
  if (id === undefined) return null;
  return (
    <p class="copy">
      <a href={hrefOf(`/brief/${id}`)}>One page of A4, to print</a>
    </p>
  );
}
