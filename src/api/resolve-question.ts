import { splitAddress } from "../answer/address.ts";
import type { Query } from "../answer/query.ts";
import type { View } from "../answer/view.ts";
import { resolveAddress } from "../claims/resolve-address.ts";
import { UsageError } from "../errors.ts";
import type { CasusRecord } from "../record/record.ts";
import { BULK_FORMS, BULK_LIST } from "./bulk-file.ts";
import { CITING_FORMS } from "../report/render.ts";
import type { Question } from "./question.ts";

/** A question, and what its address says of pages of a list. */
export interface Asked {
  readonly question: Question;
  /** Where the address is a list by pages: its path with the extension, and what it selects. */
  readonly list: { readonly path: string; readonly query: Query } | null;
}

/** Whether a release is the one in memory, another that is at hand, or neither. */
export interface AskOptions {
  readonly record: CasusRecord;
  readonly release: string;
  /** The form where the address has no extension. */
  readonly otherwise: "json" | "html";
  /** Where the server answers, such as `https://example.org`. */
  readonly base: string;
}

function bulk(address: string, release: string): Asked {
  const [path = "", query] = address.split("?");
  if (query !== undefined) throw new UsageError("a bulk file takes no parameters.");
  const name = path.replace(/^\/bulk\/?/u, "").replace(/^\.json$/u, "");
  const extension = /\.([a-z]+)$/u.exec(name)?.[1];
  const form = name === BULK_LIST ? "json" : BULK_FORMS.find((one) => one === extension);
  if (form === undefined || name.length > 60) {
    throw new UsageError(`${JSON.stringify(name.slice(0, 40))} is no bulk file.`, {
      hint: 'Bulk files end in .csv or .parquet; "/api/v1/bulk" lists them.',
    });
  }
  return {
    question: { kind: "bulk", release, address: name, form, base: null, heavy: true },
    list: null,
  };
}

/** Random draws and fits are what takes time, and claims are tested on answers that draw. */
const isHeavy = ({ path, parameters }: View): boolean =>
  parameters.includes("draws") ||
  parameters.includes("seed") ||
  path.startsWith("/claims/{") ||
  path.endsWith("/readings") ||
  path.endsWith("/positions");

/**
 * What a request asks for, in its canonical form.
 *
 * @throws UsageError or NotFoundError for an address that names nothing.
 */
export function resolveQuestion(address: string, options: AskOptions): Asked {
  const { record, release, otherwise, base } = options;
  const citing = (form: Question["form"]): string | null =>
    CITING_FORMS.includes(form) ? base : null;
  if (/^\/bulk(?:[/.?]|$)/u.test(address) && otherwise === "json")
    return bulk(address, release);
  if (release !== record.release) {
    // Another release may hold what this one does not: a worker that opens it resolves it.
    const { extension } = splitAddress(address);
    const form = extension ?? otherwise;
    return {
      question: { kind: "answer", release, address, form, base: citing(form), heavy: true },
      list: null,
    };
  }
  const { view, query, canonical, extension } = resolveAddress(record, address);
  const { parameters } = view;
  const suffix = extension === null ? "" : `.${extension}`;
  const form = extension ?? otherwise;
  const isList = parameters.includes("limit") && parameters.includes("offset");
  return {
    question: {
      kind: "answer",
      release,
      address: canonical,
      form,
      base: citing(form),
      heavy: isHeavy(view),
    },
    list: isList ? { path: `${canonical.replace(/\?.*$/u, "")}${suffix}`, query } : null,
  };
}
