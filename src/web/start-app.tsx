import { render } from "preact";
import { App } from "./app.tsx";
import { startMoving } from "./place/place.ts";

/** Shows the page of the address, and follows links from now on. */
export function startApp(): void {
  startMoving();
  const root = document.querySelector("#app");
  if (root === null) return;
  root.replaceChildren();
  render(<App />, root);
}
