import { render } from "preact";
import { App } from "./app.tsx";
import { BASE } from "./place/base.ts";
import { startMoving } from "./place/place.ts";

startMoving();
const root = document.querySelector("#app");
if (root !== null) {
  root.replaceChildren();
  render(<App />, root);
}

// Only pages over HTTPS or from this machine may have a service worker.
if ("serviceWorker" in navigator) {
  addEventListener("load", () => {
    navigator.serviceWorker.register(`${BASE}sw.js`, { scope: BASE }).catch(() => undefined);
  });
}
