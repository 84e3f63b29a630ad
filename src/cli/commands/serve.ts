import { createAdaptorServer } from "@hono/node-server";
import { createApi } from "../../api/create-api.ts";
import { UsageError } from "../../errors.ts";
import { openLaboratory, type RecordOptions } from "../open.ts";
import type { Terminal } from "../terminal.ts";

/** Options of `casus serve`. */
export interface ServeOptions extends RecordOptions {
  readonly port: string;
  readonly host: string;
}

const LOOPBACK = ["127.0.0.1", "::1", "localhost"];

/** Serves the record until the process is asked to stop. */
export async function serve(terminal: Terminal, options: ServeOptions): Promise<void> {
  const port = Number(options.port);
  if (!/^\d{1,5}$/u.test(options.port) || port > 65_535) {
    throw new UsageError(`"${options.port}" is not a port.`, {
      hint: "Give a number from 0 to 65535.",
    });
  }
  const laboratory = await openLaboratory(options);
  const server = createAdaptorServer({ fetch: createApi(laboratory).fetch });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(
        new UsageError(
          `cannot listen on ${options.host}:${port} (${error.code ?? error.message}).`,
          {
            hint: "Choose another with --port, or 0 for a free one.",
          },
        ),
      );
    });
    server.listen(port, options.host, resolve);
  });
  const address = server.address();
  const actual = typeof address === "object" && address !== null ? address.port : port;
  if (!LOOPBACK.includes(options.host)) {
    terminal.err(`casus: listening on ${options.host}: reachable from other machines.\n`);
  }
  terminal.out(
    `casus: record ${laboratory.record.release} on http://${options.host}:${actual}/ (Ctrl-C stops)\n`,
  );
  await new Promise<void>((resolve) => {
    const stop = (): void => {
      server.close(() => resolve());
      setTimeout(resolve, 2000).unref();
    };
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
  });
}
