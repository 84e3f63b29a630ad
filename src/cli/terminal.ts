/** Where a command writes: stdout is data, stderr is progress and errors. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Writes to stdout what is no text. */
  readonly bytes: (bytes: Uint8Array) => void;
  /** Whether stdout is a terminal that takes colour. */
  readonly colour: boolean;
  /** Columns of the terminal, 80 where unknown. */
  readonly width: number;
  /** Whether stderr is a terminal: progress is drawn only there. */
  readonly progress: boolean;
}

/** The terminal of the running process; honours NO_COLOR. */
export function processTerminal(): Terminal {
  const colour = process.stdout.isTTY && (process.env["NO_COLOR"] ?? "") === "";
  return {
    out: (text) => void process.stdout.write(text),
    bytes: (bytes) => void process.stdout.write(bytes),
    err: (text) => void process.stderr.write(text),
    colour,
    width: process.stdout.columns ?? 80,
    progress: process.stderr.isTTY,
  };
}
