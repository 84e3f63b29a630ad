import { UsageError } from "../errors.ts";

/** The forms in which an answer can be had. */
export const EXTENSIONS = ["json", "csv", "parquet", "md", "svg", "png", "bib"] as const;

/** An extension after an address; none means the page. */
export type Extension = (typeof EXTENSIONS)[number];

/** An address taken apart, before any view has looked at it. */
export interface RawAddress {
  readonly segments: readonly string[];
  readonly pairs: readonly (readonly [string, string])[];
  readonly extension: Extension | null;
}

const LONGEST = 4000;

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    throw new UsageError(`${JSON.stringify(text.slice(0, 40))} is not valid percent-encoding.`);
  }
}

/**
 * Takes `/alliances/csto/cohesion.csv?from=1992` apart into segments, query pairs and extension.
 *
 * @throws UsageError when the text is not an address.
 */
export function splitAddress(text: string): RawAddress {
  if (text.length > LONGEST)
    throw new UsageError(`the address is longer than ${LONGEST} characters.`);
  if (!text.startsWith("/")) {
    throw new UsageError(`${JSON.stringify(text.slice(0, 60))} is not an address.`, {
      hint: 'An address begins with "/", such as "/alliances/csto".',
    });
  }
  const [path = "", ...rest] = text.split("?");
  const search = rest.join("?");
  const parts = path.split("/").slice(1);
  if (parts.at(-1) === "") parts.pop();
  const last = parts.pop() ?? "";
  const dot = /\.([a-z]+)$/u.exec(last);
  const extension = EXTENSIONS.find((name) => name === dot?.[1]) ?? null;
  if (dot !== null && extension === null) {
    throw new UsageError(`".${dot[1]?.slice(0, 20)}" is not a form of an answer.`, {
      hint: `Forms: ${EXTENSIONS.map((name) => `.${name}`).join(" ")}.`,
    });
  }
  const stem = extension === null ? last : last.slice(0, -(extension.length + 1));
  const segments = [...parts, stem].map(decode);
  if (segments.some((segment) => segment === "" && segments.length > 1)) {
    throw new UsageError("the address has an empty part.", {
      hint: 'Take the double "/" out.',
    });
  }
  const pairs = search
    .split("&")
    .filter(Boolean)
    .map((pair): readonly [string, string] => {
      const [name = "", ...value] = pair.split("=");
      return [decode(name), decode(value.join("="))];
    });
  return { segments: segments.filter((segment) => segment !== ""), pairs, extension };
}
