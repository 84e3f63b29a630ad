import type { Steps } from "../laboratory/use-answer.ts";

/** Says that something is being computed, and how far it has come where that is known. */
export function Waiting({ steps }: { readonly steps: Steps | null }) {
  return (
    <div class="waiting" role="status">
      <p>{steps === null ? "Computing from the record" : steps.what}</p>
      {steps === null ? (
        <progress aria-label="Computing" />
      ) : (
        <progress aria-label={steps.what} value={steps.done} max={steps.total} />
      )}
    </div>
  );
}
