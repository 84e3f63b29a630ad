import type { Draft } from "./answer.ts";

/** What stands of an answer before anything of it is computed: what it is called. */
export const headOf = (title: string): Draft => ({
  title,
  columns: [],
  rows: [],
  sources: [],
  covers: { from: "", to: "" },
});
