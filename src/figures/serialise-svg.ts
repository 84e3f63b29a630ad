import { escapeXml } from "./escape-xml.ts";

const ELEMENT = 1;
const TEXT = 3;

/** Browsers and Node differ in the last bits of a coordinate; hundredths of a pixel do not show. */
function roundCoordinates(value: string): string {
  return value.replaceAll(/-?\d+(?:\.\d{3,}(?:e-?\d+)?|(?:\.\d+)?e-\d+)/gu, (text) => {
    const rounded = Math.round(Number(text) * 100) / 100;
    return String(rounded === 0 ? 0 : rounded);
  });
}

/** Attributes in which digits are words, not coordinates. */
const WORDS = /^(?:aria-|class$|fill$|stroke$|font-family$)/u;

/**
 * An SVG tree as text, the same in every runtime: attributes sorted, coordinates to
 * hundredths, style elements left out (a page's policy may forbid them).
 */
export function serialiseSvg(node: Node): string {
  if (node.nodeType === TEXT) return escapeXml(node.nodeValue ?? "");
  if (node.nodeType !== ELEMENT) return "";
  const element = node as Element;
  const name = element.localName;
  if (name === "style") return "";
  // Documents differ in the order in which they keep attributes.
  const sorted = Array.from(element.attributes).sort((a, b) => (a.name < b.name ? -1 : 1));
  const attributes = sorted.map((attribute) => {
    const value = WORDS.test(attribute.name)
      ? attribute.value
      : roundCoordinates(attribute.value);
    return attribute.name === "xmlns" ? "" : ` ${attribute.name}="${escapeXml(value)}"`;
  });
  const start = name + attributes.join("");
  const inner = Array.from(element.childNodes, serialiseSvg).join("");
  return inner === "" ? `<${start}/>` : `<${start}>${inner}</${name}>`;
}
