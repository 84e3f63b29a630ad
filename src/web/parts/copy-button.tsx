import { useState } from "preact/hooks";

async function copy(text: string): Promise<void> {
  if (navigator.clipboard !== undefined) {
    await navigator.clipboard.writeText(text);
    return;
  }
  // Pages that are not served over HTTPS have no clipboard of their own.
  const box = document.createElement("textarea");
  box.value = text;
  document.body.append(box);
  box.select();
  document.execCommand("copy");
  box.remove();
}

/** Copies a text and says so. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const [said, setSaid] = useState("");
  return (
    <button
      type="button"
      class="copy"
      onClick={() => {
        copy(text).then(
          () => setSaid("Copied"),
          () => setSaid("Select and copy by hand"),
        );
        setTimeout(() => setSaid(""), 2000);
      }}
    >
      {label} <span aria-live="polite">{said}</span>
    </button>
  );
}
