import { askAhead } from "./laboratory/ask.ts";
import { firstAddress } from "./laboratory/first-address.ts";
import { BASE } from "./place/base.ts";
import { addressOfPlace } from "./place/address-of-place.ts";

// The worker computes while the code that shows its answer is still on its way.
const address = firstAddress(addressOfPlace(location));
if (address !== null) askAhead(address);
const read = new Promise<void>((resolve) => {
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", () => resolve());
  else resolve();
});
void Promise.all([import("./start-app.tsx"), read]).then(([{ startApp }]) => startApp());

// Only pages over HTTPS or from this machine may have a service worker.
if ("serviceWorker" in navigator) {
  addEventListener("load", () => {
    navigator.serviceWorker.register(`${BASE}sw.js`, { scope: BASE }).catch(() => undefined);
  });
}
