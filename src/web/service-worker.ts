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

/** Stores the page, its scripts and the record, so that all of it works without a network. */
async function install(): Promise<void> {
  const listed = await fetch(`${home}files.json`, { cache: "no-cache" });
  const files = (await listed.json()) as readonly string[];
  const pages = await caches.open(PAGES);
  const wanted = new Set(files.map((file) => `${home}${file}`));
  for (const { url } of await pages.keys()) if (!wanted.has(url)) await pages.delete(url);
  await pages.addAll(files.map((file) => new Request(`${home}${file}`, { cache: "no-cache" })));
  await storeRecord();
  await scope.skipWaiting();
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

/** A file of the record is named with its hash, so an old one is never taken for a new one. */
async function storeRecord(): Promise<void> {
  const record = await caches.open(RECORD);
  const response = await fetch(`${home}record/manifest.json`, { cache: "no-cache" });
  const manifest = (await response.clone().json()) as {
    readonly files: Readonly<Record<string, { readonly sha256: string }>>;
  };
  await record.put(`${home}record/manifest.json`, response);
  const wanted = Object.entries(manifest.files).map(
    ([name, { sha256 }]) => `${home}record/${name}?sha256=${sha256}`,
  );
  for (const url of wanted) {
    if ((await record.match(url)) !== undefined) continue;
    if (await keepNamed(url, await fetch(url))) continue;
    if (await keepNamed(url, await fetch(url, { cache: "reload" }))) continue;
    throw new Error(`${url} is not of the release that the manifest names`);
  }
  for (const { url } of await record.keys()) {
    if (url.includes("?") && !wanted.includes(url)) await record.delete(url);
  }
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
