/** Control characters could move a terminal's cursor or recolour it: they become spaces. */
// oxlint-disable-next-line no-control-regex -- these are the characters to take out
const CONTROL = /[\u0000-\u001f\u007f-\u009f]+/gu;

/** Text without line breaks and control characters. */
export function plainLine(text: string): string {
  return text.replaceAll(CONTROL, " ").trim();
}

/** Breaks text at spaces into lines of `width` characters, with a first and a further indent. */
export function wrapWords(
  text: string,
  width: number,
  first = "",
  rest = first,
): readonly string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of plainLine(text).split(/\s+/u).filter(Boolean)) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = rest;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return empty ? lines : [...lines, line];
}
