/** A name as it is compared: without case, accents, and space about it. */
export function plainName(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").trim().toLowerCase();
}
