import { parentPort, workerData } from "node:worker_threads";
import type { Laboratory } from "../../api/question.ts";
import { serveOrders } from "../../api/serve-orders.ts";
import { openLaboratory, type RecordOptions } from "../open.ts";

/** What a worker of `casus serve` is started with. */
export interface ServeWorkerData {
  readonly options: RecordOptions;
  readonly release: string;
  /** Folders of other releases, by release id. */
  readonly folders: ReadonlyMap<string, string>;
}

/** Older releases open at once, each some 100 MB. */
const MOST_OPEN = 2;

const { options, release, folders } = workerData as ServeWorkerData;
const current = await openLaboratory({ ...options, whole: true });
if (current.record.release !== release) throw new Error("The record changed while starting.");
const others = new Map<string, Laboratory>();

async function laboratoryOf(wanted: string): Promise<Laboratory> {
  if (wanted === release) return current;
  const found = others.get(wanted);
  if (found !== undefined) return found;
  const folder = folders.get(wanted);
  if (folder === undefined) throw new Error(`Release ${wanted} has no folder.`);
  const opened = await openLaboratory({ record: folder, whole: true });
  if (others.size >= MOST_OPEN) others.delete(others.keys().next().value ?? "");
  others.set(wanted, opened);
  return opened;
}

if (parentPort !== null) serveOrders(parentPort, laboratoryOf);
