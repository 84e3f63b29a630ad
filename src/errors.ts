/** Where in the record or in the input a fault lies, and how to mend it. */
export interface ErrorDetail {
  /** A file and line (`data/states.csv:12`), an address, or a parameter name. */
  readonly where?: string;
  /** One sentence that says what to do. */
  readonly hint?: string;
}

/** Stable codes of the errors that reach a user. */
export type CasusErrorCode = "usage" | "not-found" | "source" | "record" | "treaty";

/** Base of every error that a user may see: one line, with a stable `code`. */
export class CasusError extends Error {
  readonly code: CasusErrorCode;
  readonly where: string | undefined;
  readonly hint: string | undefined;

  constructor(code: CasusErrorCode, message: string, detail: ErrorDetail = {}) {
    super(message);
    this.name = new.target.name;
    this.code = code;
    this.where = detail.where;
    this.hint = detail.hint;
  }

  /** The whole message on one line: where, what, and how to mend it. */
  get line(): string {
    const where = this.where === undefined ? "" : `${this.where}: `;
    const hint = this.hint === undefined ? "" : ` ${this.hint}`;
    return `${where}${this.message}${hint}`.replaceAll(/\s+/gu, " ").trim();
  }
}

/** The caller asked for something that cannot be asked: a malformed address, option or value. */
export class UsageError extends CasusError {
  constructor(message: string, detail: ErrorDetail = {}) {
    super("usage", message, detail);
  }
}

/** The caller named something that the record does not hold. */
export class NotFoundError extends CasusError {
  constructor(message: string, detail: ErrorDetail = {}) {
    super("not-found", message, detail);
  }
}

/** A source file is missing, truncated, of another version or not what its name says. */
export class SourceError extends CasusError {
  constructor(message: string, detail: ErrorDetail = {}) {
    super("source", message, detail);
  }
}

/** The record itself is at fault: a row that contradicts a schema or another row. */
export class RecordError extends CasusError {
  constructor(message: string, detail: ErrorDetail = {}) {
    super("record", message, detail);
  }
}

/** A treaty's provisions or constraints cannot be read or run. */
export class TreatyError extends CasusError {
  constructor(message: string, detail: ErrorDetail = {}) {
    super("treaty", message, detail);
  }
}
