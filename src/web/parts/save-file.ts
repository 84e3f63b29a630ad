/** Hands bytes to the browser as a file to keep. */
export function saveFile(name: string, body: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([body], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The download has begun by the next turn; the browser keeps its own reference.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** A file name for an address in a form: `alliances-csto-cohesion-from-1992.csv`. */
export function fileName(address: string, extension: string): string {
  const words = address.replaceAll(/[^A-Za-z0-9]+/gu, "-").replaceAll(/^-|-$/gu, "");
  return `casus-${words.slice(0, 100) || "home"}.${extension}`;
}
