import { signal } from "@preact/signals";
import { addressOfPlace } from "./address-of-place.ts";
import { addressOf, hrefOf } from "./base.ts";

/** Where the reader is: everything that a page shows follows from it. */
export interface Place {
  /** Path and query below the base, as in an address. */
  readonly address: string;
  /** What stands after `#`: how a table is sorted, which part is in view. */
  readonly mark: string;
}

const placeOf = (url: Location | URL): Place => ({
  address: addressOfPlace(url),
  mark: url.hash.slice(1),
});

/** The reader's place. */
export const place = signal<Place>(placeOf(location));

/** Browsers refuse an address bar that changes more often than about three times a second. */
const BAR = 350;
let pending: string | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

function writeBar(): void {
  clearTimeout(timer);
  timer = undefined;
  if (pending !== null) history.replaceState(null, "", pending);
  pending = null;
}

/** How to move. */
export interface Move {
  /** Stay in the same entry of the history: for a control that is being dragged. */
  readonly replace?: boolean;
}

/** Moves to an address. */
export function goTo(address: string, { replace = false }: Move = {}): void {
  const href = hrefOf(address);
  if (replace) {
    pending = href;
    timer ??= setTimeout(writeBar, BAR);
  } else {
    writeBar();
    history.pushState(null, "", href);
  }
  place.value = placeOf(new URL(href, location.href));
}

function follow(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (link === null || link.target !== "" || link.hasAttribute("download")) return;
  const url = new URL(link.href);
  const own = url.origin === location.origin && url.pathname.startsWith(hrefOf("/"));
  // A mark within the page and a file are the browser's business.
  const within =
    url.pathname === location.pathname && url.search === location.search && url.hash;
  if (!own || (within !== "" && within !== false) || /\.[a-z0-9]+$/iu.test(url.pathname))
    return;
  event.preventDefault();
  goTo(`${addressOf(url.pathname)}${url.search}${url.hash}`);
  scrollTo(0, 0);
  document.querySelector<HTMLElement>("main")?.focus({ preventScroll: true });
}

/** Follows links and the back button within the app, from now on. */
export function startMoving(): void {
  document.addEventListener("click", follow);
  addEventListener("popstate", () => {
    pending = null;
    place.value = placeOf(location);
  });
  addEventListener("hashchange", () => {
    // It is told late: where the reader has moved on meanwhile, the bar is still to follow.
    if (pending === null) place.value = placeOf(location);
  });
}
