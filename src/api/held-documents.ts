import { NotFoundError } from "../errors.ts";
import { isPrivate } from "../record/is-private.ts";
import type { CasusRecord } from "../record/record.ts";
import { apiDocument } from "./api-documents.ts";
import { bodyResponse, notModified, type Sendable } from "./body-response.ts";
import { entityTag } from "./entity-tag.ts";
import { API_BASE, type Located } from "./locate.ts";

/** What the server can say of itself. */
export interface HeldOptions {
  readonly record: CasusRecord;
  readonly recordFiles?: ReadonlyMap<string, Uint8Array>;
}

type Held = Pick<Sendable, "body" | "type" | "encoded">;

const JSON_TYPE = "application/json; charset=utf-8";
const RECORD_PATH = "/bulk/record";

/** Bytes with each encoding of them made once. */
function hold(body: Uint8Array, type: string): Held {
  const variants = new Map<string, Promise<Uint8Array>>();
  return {
    body,
    type,
    encoded: async (encoding, make) => {
      const made = variants.get(encoding) ?? make();
      variants.set(encoding, made);
      return await made;
    },
  };
}

const textOf = (value: unknown): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);

/** The list of the record's files, or one of them. */
function recordFile({ record, recordFiles = new Map() }: HeldOptions, name: string): Held {
  const file = recordFiles.get(name);
  if (file !== undefined) {
    return hold(file, name.endsWith(".json") ? JSON_TYPE : "application/octet-stream");
  }
  if (name !== "") {
    throw new NotFoundError(`the record has no file ${JSON.stringify(name.slice(0, 40))}.`, {
      hint: `Files: ${[...recordFiles.keys()].join(", ") || "none, since private rows lie over it"}.`,
    });
  }
  const files = [...recordFiles].map(([file_, { byteLength }]) => ({
    name: file_,
    bytes: byteLength,
    address: `${API_BASE}${RECORD_PATH}/${file_}`,
  }));
  return hold(textOf({ record: record.release, files }), JSON_TYPE);
}

/**
 * Responds with what is no answer: the API's index and description, the kinds of problem, the
 * record's files. The response is null for every other address.
 */
export function createHeldDocuments(
  options: HeldOptions,
): (request: Request, located: Located) => Promise<Response | null> {
  const { record } = options;
  const made = new Map<string, Held>();

  const make = (name: string): Held | null => {
    if (name === RECORD_PATH || name.startsWith(`${RECORD_PATH}/`)) {
      return recordFile(options, name.slice(RECORD_PATH.length + 1));
    }
    const text = apiDocument(record, name);
    return text === null ? null : hold(new TextEncoder().encode(text), JSON_TYPE);
  };

  return async (request, { api, release, address }) => {
    if (!api || release !== null) return null;
    const name = address.replace(/\?.*$/su, "").replace(/\/$/u, "");
    const found = made.get(name) ?? make(name);
    if (found === null) return null;
    made.set(name, found);
    const sendable = {
      ...found,
      tag: entityTag(record.release, name, found.type),
      immutable: false,
      isPrivate: isPrivate(record),
    };
    return notModified(request, sendable) ?? (await bodyResponse(request, sendable));
  };
}
