import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";

/** A server that can be told to stop. */
export interface StoppableServer {
  readonly server: Server;
  /** Stops accepting, lets what is under way finish, and cuts off what has not by then. */
  readonly stop: (graceMs: number) => Promise<void>;
}

/** What a client may cost before it has asked anything, or while it reads slowly. */
const LIMITS = {
  maxHeaderSize: 16_384,
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 5_000,
} as const;
const CONNECTIONS = 1000;
const SILENCE_MS = 60_000;

/** An HTTP server around the routes, with limits on headers, connections and time. */
export function createServer(
  fetch: (request: Request) => Response | Promise<Response>,
): StoppableServer {
  const server = createAdaptorServer({ fetch, serverOptions: LIMITS }) as Server;
  server.maxConnections = CONNECTIONS;
  server.setTimeout(SILENCE_MS);
  const stop = async (graceMs: number): Promise<void> => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    await closed;
    clearTimeout(cut);
  };
  return { server, stop };
}
