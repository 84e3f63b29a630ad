import { parseHTML } from "linkedom";

/** A document for drawing in Node; a browser passes its own. */
export function linkedomDocument(): Document {
  return parseHTML("<!doctype html><html><body></body></html>").document;
}
