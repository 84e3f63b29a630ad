/** A field's value: words, a name kept as it is written, or an address. */
export type BibtexValue = string | { readonly literal: string } | { readonly address: string };

const SIGNS: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/** Text made safe for a BibTeX field: no brace, command or comment can come out of it. */
function escapeBibtex(text: string): string {
  return text
    .replaceAll(/\s+/gu, " ")
    .trim()
    .replaceAll(/[\\{}~^%&$#_]/gu, (sign) => SIGNS[sign] ?? `\\${sign}`);
}

function fieldText(value: BibtexValue): string {
  if (typeof value === "string") return `{${escapeBibtex(value)}}`;
  if ("literal" in value) return `{{${escapeBibtex(value.literal)}}}`;
  return `{${value.address.replaceAll(/[{}\\\s]/gu, (sign) => encodeURIComponent(sign))}}`;
}

/** One BibTeX entry; empty fields are left out. */
export function bibtexEntry(
  type: string,
  key: string,
  fields: Readonly<Record<string, BibtexValue>>,
): string {
  const held = Object.entries(fields).filter(([, value]) => value !== "");
  const width = held.reduce((most, [name]) => Math.max(most, name.length), 0);
  const lines = held.map(([name, value]) => `  ${name.padEnd(width)} = ${fieldText(value)}`);
  return `@${type}{${key.replaceAll(/[^A-Za-z0-9:.+-]+/gu, "-")},\n${lines.join(",\n")}\n}\n`;
}
