import type { Fault } from "./questions.ts";

/** A question that could not be answered, with the typed error's code and line. */
export class LaboratoryError extends Error {
  readonly code: string;

  constructor({ code, line }: Fault) {
    super(line);
    this.name = "LaboratoryError";
    this.code = code;
  }
}
