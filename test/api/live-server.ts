import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** A server in a process of its own. */
export interface LiveServer {
  readonly base: string;
  readonly port: number;
  readonly process: ChildProcess;
  /** Asks it to stop; gives its exit code and what it wrote. */
  readonly stop: () => Promise<{ readonly code: number | null; readonly stderr: string }>;
}

/** Starts the built program's server on a free port of this machine. */
export async function startServer(...words: readonly string[]): Promise<LiveServer> {
  const child = spawn(process.execPath, ["dist/cli/main.js", "serve", "--port", "0", ...words]);
  let stdout = "";
  let stderr = "";
  child.stderr.on("data", (data: Buffer) => (stderr += data.toString()));
  await new Promise<void>((resolve, reject) => {
    child.stdout.on("data", (data: Buffer) => {
      stdout += data.toString();
      if (stdout.includes("\n")) resolve();
    });
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${stderr}`)));
  });
  const base = /http:\/\/127\.0\.0\.1:\d+/u.exec(stdout)?.[0] ?? "";
  const stop = async () => {
    const gone = child.exitCode === null ? once(child, "exit") : Promise.resolve();
    child.kill("SIGTERM");
    await gone;
    return { code: child.exitCode, stderr };
  };
  return { base, port: Number(new URL(base).port), process: child, stop };
}
