/** What a service worker's events have that is used here; its types clash with the page's. */
interface WaitingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends WaitingEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

const scope = globalThis as unknown as EventTarget & {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
};
const home = new URL("./", scope.location.href).href;
const PAGES = "casus-pages";
const RECORD = "casus-record";

/**
 * Stores the record, the scripts and the page, in this order, so that all of it works without a
 * network and a stored page never names what is not stored; what only an older page names goes
 * last. Where it fails, the worker before stays and the browser asks again.
 */
async function install(): Promise<void> {
  const listed = await fetch(`${home}files.json`, { cache: "no-cache" });
  const files = ((await listed.json()) as readonly string[]).map((file) => `${home}${file}`);
  const { release, stored } = await storeRecord();
  const index = `${home}index.html`;
  const page = await fetch(index, { cache: "no-cache" });
  if (!page.ok || !(await page.clone().text()).includes(release)) {
    throw new Error(`${index} is not of the record's release ${release}`);
  }
  const pages = await caches.open(PAGES);
  const others = files.filter((file) => file !== index);
  await pages.addAll(others.map((file) => new Request(file, { cache: "no-cache" })));
  await pages.put(index, page);
  await keepOnly(PAGES, files);
  await keepOnly(RECORD, stored);
  await scope.skipWaiting();
}

async function keepOnly(name: string, wanted: readonly string[]): Promise<void> {
  const cache = await caches.open(name);
  for (const { url } of await cache.keys()) if (!wanted.includes(url)) await cache.delete(url);
}

/**
 * Keeps a file of the record if it is the one that its address names by its hash: while a host
 * changes from one release to the next it may send another.
 */
async function keepNamed(url: string, response: Response): Promise<boolean> {
  const bytes = await response.clone().arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const hash = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (!response.ok || !url.endsWith(`?sha256=${hash}`)) return false;
  await (await caches.open(RECORD)).put(url, response);
  return true;
}

/** What is stored of a record: its release, and the addresses of its files. */
interface StoredRecord {
  readonly release: string;
  readonly stored: readonly string[];
}

/** A file of the record is named with its hash, so an old one is never taken for a new one. */
async function storeRecord(): Promise<StoredRecord> {
  const record = await caches.open(RECORD);
  const address = `${home}record/manifest.json`;
  const response = await fetch(address, { cache: "no-cache" });
  const manifest = (await response.clone().json()) as {
    readonly release: string;
    readonly files: Readonly<Record<string, { readonly sha256: string }>>;
  };
  const wanted = Object.entries(manifest.files).map(
    ([name, { sha256 }]) => `${home}record/${name}?sha256=${sha256}`,
  );
  for (const url of wanted) {
    if ((await record.match(url)) !== undefined) continue;
    if (await keepNamed(url, await fetch(url))) continue;
    if (await keepNamed(url, await fetch(url, { cache: "reload" }))) continue;
    throw new Error(`${url} is not of the release that the manifest names`);
  }
  await record.put(address, response);
  return { release: manifest.release, stored: [address, ...wanted] };
}

/** From the network, and without one from what is stored. */
async function freshOr(request: Request, stored: string): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await caches.match(stored);
    if (kept !== undefined) return kept;
    throw error;
  }
}

/**
 * From what is stored, unless the page asks to pass it over; what is not is fetched, and kept when it
 * is a file of the record.
 */
async function storedOr(request: Request): Promise<Response> {
  const kept = request.cache === "reload" ? undefined : await caches.match(request);
  if (kept !== undefined) return kept;
  const response = await fetch(request);
  if (request.url.startsWith(`${home}record/`)) await keepNamed(request.url, response.clone());
  return response;
}

scope.addEventListener("install", (event) => {
  (event as WaitingEvent).waitUntil(install());
});

scope.addEventListener("activate", (event) => {
  (event as WaitingEvent).waitUntil(scope.clients.claim());
});

scope.addEventListener("fetch", (event) => {
  const { request } = event as FetchEvent;
  if (request.method !== "GET" || !request.url.startsWith(home)) return;
  const path = request.url.slice(home.length);
  if (request.mode === "navigate") {
    (event as FetchEvent).respondWith(freshOr(request, `${home}index.html`));
  } else if (path.startsWith("record/manifest.json")) {
    (event as FetchEvent).respondWith(freshOr(request, request.url));
  } else if (path.startsWith("assets/") || path.startsWith("record/")) {
    (event as FetchEvent).respondWith(storedOr(request));
  }
});
