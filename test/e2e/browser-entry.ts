import { computeAnswer } from "../../src/claims/compute-answer.ts";
import { createKernels } from "../../src/kernels/create-kernels.ts";
import { loadRecord } from "../../src/record/load-record.ts";
import { renderJson } from "../../src/report/render-json.ts";
import { fetchRecord } from "../../src/web/worker/fetched-record.ts";

/** What the test calls in the page: the JSON of each address, computed there. */
async function answers(addresses: readonly string[]): Promise<readonly string[]> {
  const folder = `${location.origin}/record/`;
  const manifest = await (await fetch(`${folder}manifest.json`)).text();
  const files = fetchRecord({ folder, manifest });
  await files.loadAll();
  const record = loadRecord(files);
  const kernels = await createKernels();
  const texts: string[] = [];
  for (const address of addresses)
    texts.push(renderJson(await computeAnswer(record, address, { kernels })));
  return texts;
}

Object.assign(globalThis, { answers });
