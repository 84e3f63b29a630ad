/** Mean advance of a sans-serif letter as a share of its size; no text is measured in a figure. */
const ADVANCE = 0.53;

/** The width in pixels that a text of a size is taken to have. */
export function textWidth(text: string, size: number): number {
  return text.length * size * ADVANCE;
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
  const most = Math.max(2, Math.floor(width / (size * ADVANCE)));
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}
