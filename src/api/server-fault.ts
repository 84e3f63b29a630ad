/** Why the server itself does not answer now. */
export type ServerFaultCode = "busy" | "time-limit" | "stopping";

/** The server is in no state to answer; asking again later may help. */
export class ServerFault extends Error {
  readonly code: ServerFaultCode;
  /** Seconds after which to ask again. */
  readonly retryAfter: number;

  constructor(code: ServerFaultCode, message: string, retryAfter: number) {
    super(message);
    this.name = new.target.name;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}
