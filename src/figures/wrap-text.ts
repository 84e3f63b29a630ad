/** Mean advance of a sans-serif letter as a share of its size; no text is measured in a figure. */
const ADVANCE = 0.53;
/** What a capital takes beyond that: codes of states are all capitals. */
const CAPITAL = 0.17;

/** The width in pixels that a text of a size is taken to have. */
export function textWidth(text: string, size: number): number {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  return size * (text.length * ADVANCE + capitals * CAPITAL);
}

/** Breaks a text into lines of at most a width in pixels; a longer word stays whole. */
export function wrapText(text: string, width: number, size: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/u).filter(Boolean)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(longer, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}

/** Cuts a text to a width in pixels, with an ellipsis where something was cut. */
export function cutText(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  let length = text.length - 1;
  while (length > 1 && textWidth(text.slice(0, length + 1), size) > width) length -= 1;
  return `${text.slice(0, length).trimEnd()}…`;
}
