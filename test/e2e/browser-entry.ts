import { computeAnswer } from "../../src/claims/compute-answer.ts";
import { createKernels } from "../../src/kernels/create-kernels.ts";
import { loadRecord } from "../../src/record/load-record.ts";
import { renderJson } from "../../src/report/render-json.ts";

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");

const read = async (name: string): Promise<Uint8Array> =>
  new Uint8Array(await (await fetch(`/record/${name}`)).arrayBuffer());

/** What the test calls in the page: the JSON of each address, computed there. */
async function answers(addresses: readonly string[]): Promise<readonly string[]> {
  const record = await loadRecord(
    {
      manifest: new TextDecoder().decode(await read("manifest.json")),
      core: await read("core.json"),
      votes: await read("votes.bin"),
      positions: await read("positions.json"),
    },
    async (bytes) => hex(await crypto.subtle.digest("SHA-256", bytes.slice().buffer)),
  );
  const kernels = await createKernels();
  const texts: string[] = [];
  for (const address of addresses)
    texts.push(renderJson(await computeAnswer(record, address, { kernels })));
  return texts;
}

Object.assign(globalThis, { answers });
