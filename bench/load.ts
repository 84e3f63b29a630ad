/**
 * The server under load, on this machine alone: the built program is started on a free port, every
 * address of bench/addresses.txt is asked once cold, then by 50 connections for 20 s; then cold heavy
 * questions all at once; then wrong requests. From the project root, after `npm run build`:
 *
 *   node scripts/bench.mjs load
 *
 * `--seconds N`, `--connections N` and `--wrong N` change the load; `--program FILE` the program.
 * Exit code 1 where a bar is missed.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { request } from "node:http";
import { cpus } from "node:os";
import autocannon from "autocannon";

const words = process.argv.slice(2);
const option = (name: string, fallback: string): string =>
  words.includes(`--${name}`) ? (words[words.indexOf(`--${name}`) + 1] ?? fallback) : fallback;
const seconds = Number(option("seconds", "20"));
const connections = Number(option("connections", "50"));
const wrong = Number(option("wrong", "5000"));
const P99_MS = 250;
const HEADERS = { "accept-encoding": "br, gzip" };
const TOPICS = ["me", "nu", "di", "hr", "co", "ec"];

const server = spawn(process.execPath, [
  option("program", "dist/cli/main.js"),
  ...["serve", "--port", "0"],
]);
server.stderr.pipe(process.stderr);
process.once("exit", () => server.kill());
const base = await new Promise<string>((resolve, reject) => {
  let said = "";
  server.stdout.on("data", (data: Buffer) => {
    said += data.toString();
    const url = /http:\/\/127\.0\.0\.1:\d+/u.exec(said)?.[0];
    if (url !== undefined) resolve(url);
  });
  server.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
});
const { record } = (await (await fetch(`${base}/healthz`)).json()) as { record: string };
const paths = readFileSync("bench/addresses.txt", "utf8")
  .trim()
  .split("\n")
  .map((path) => path.replace("{release}", record));

/** One question: status and milliseconds. A path goes out as it is, however wrong. */
function ask(path: string): Promise<{ readonly status: number; readonly ms: number }> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(base);
    const asked = request({ hostname, port, path, headers: HEADERS }, (response) => {
      response.resume();
      response.once("end", () => {
        resolve({ status: response.statusCode ?? 0, ms: performance.now() - started });
      });
    });
    asked.once("error", reject);
    asked.end();
  });
}

const memory = (): number =>
  process.platform === "linux"
    ? Number(
        /VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${server.pid}/status`, "utf8"))?.[1] ?? 0,
      ) / 1024
    : Number.NaN;
const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
const failed: string[] = [];
const line = (name: string, text: string): void => console.log(`${name.padEnd(26)} ${text}`);
const bar = (met: boolean, text: string): void => {
  if (!met) failed.push(text);
};

line("machine", `${cpus().length} x ${cpus()[0]?.model ?? "?"}, Node ${process.version}`);
line("addresses", `${paths.length}, record ${record}`);

const cold: { readonly path: string; readonly ms: number }[] = [];
for (const path of paths) {
  const { status, ms } = await ask(path);
  bar(status === 200 || status === 302, `${path} gave ${status}`);
  cold.push({ path, ms });
}
const slowest = cold.toSorted((a, b) => b.ms - a.ms);
const times = cold.map(({ ms }) => ms).toSorted((a, b) => a - b);
line("cold, one by one", `median ${quantile(times, 0.5).toFixed(0)} ms`);
for (const { path, ms } of slowest.slice(0, 5)) line("", `${ms.toFixed(0)} ms ${path}`);

let turn = 0;
const result = await autocannon({
  url: base,
  connections,
  duration: seconds,
  headers: HEADERS,
  setupClient: (client) => {
    // Each connection begins elsewhere in the list, so that they do not march in step.
    const start = Math.floor((turn * paths.length) / connections);
    turn += 1;
    const turned = [...paths.slice(start), ...paths.slice(0, start)];
    client.setRequests(turned.map((path) => ({ method: "GET", path })));
  },
});
const { latency, requests, errors, timeouts, non2xx } = result;
const bytes = result.throughput.average / 2 ** 20;
const redirects = result["3xx"];
line(
  `${connections} connections, ${seconds} s`,
  `${requests.total} requests, ${requests.average.toFixed(0)}/s, ${bytes.toFixed(1)} MB/s`,
);
line("latency", `p50 ${latency.p50} ms, p97.5 ${latency.p97_5} ms, p99 ${latency.p99} ms`);
line("", `most ${latency.max} ms; errors ${errors}, time-outs ${timeouts}, other ${non2xx}`);
line("server's memory", `${memory().toFixed(0)} MB`);
bar(errors === 0 && timeouts === 0, `${errors} errors, ${timeouts} time-outs`);
bar(non2xx === redirects, `${non2xx - redirects} responses other than 2xx and 3xx`);
bar(latency.p99 < P99_MS, `p99 ${latency.p99} ms is not under ${P99_MS} ms`);

const fits = TOPICS.flatMap((topic) => [
  `/api/v1/alliances/csto/alignment?topic=${topic}&seed=77`,
  `/api/v1/alliances/nato/cohesion?topic=${topic}&seed=77`,
]);
const light: number[] = [];
const progress = { under: true };
const heavy = Promise.all(fits.map(ask)).finally(() => (progress.under = false));
for (let day = 0; progress.under; day = (day + 1) % 9000) {
  // A day each, so that none is in the cache.
  const at = new Date(Date.UTC(1995, 0, 1 + day)).toISOString().slice(0, 10);
  light.push((await ask(`/api/v1/alliances/csto?at=${at}`)).ms);
}
const fitted = await heavy;
const byTime = fitted.map(({ ms }) => ms).toSorted((a, b) => a - b);
line(
  `${fits.length} cold fits at once`,
  `first ${byTime[0]?.toFixed(0)} ms, last ${byTime.at(-1)?.toFixed(0)} ms, ` +
    `statuses ${[...new Set(fitted.map(({ status }) => status))].join(" ")}`,
);
const lightTimes = light.toSorted((a, b) => a - b);
line(
  "cold light beside them",
  `${light.length}, p99 ${quantile(lightTimes, 0.99).toFixed(0)} ms`,
);

const flood = await Promise.all(
  Array.from({ length: 120 }, (_, i) =>
    ask(`/api/v1/dyads/arm-rus/alignment?seed=${1000 + i}`),
  ),
);
const refused = flood.filter(({ status }) => status === 503).length;
line(
  "120 cold at once",
  `${flood.length - refused} answered, ${refused} told to come back (503)`,
);
bar(
  flood.every(({ status }) => status === 200 || status === 503),
  "a flood gave something other than 200 and 503",
);

const shapes: readonly ((i: number) => string)[] = [
  (i) => `/api/v1/alliances/none-${i}`,
  (i) => `/api/v1/alliances/csto/cohesion?from=${i}x`,
  (i) => `/api/v1/%E0%A4%A${i}`,
  (i) => `/api/v1/rollcalls?q=${"a".repeat(4200 + (i % 100))}`,
  (i) => `/alliances/csto.x${i}y`,
  (i) => `/r/${i}/alliances.json`,
  (i) => `/api/v1/bulk/none-${i}.csv`,
  (i) => `//${i}//%00/..%2f..%2fetc`,
  (i) => `/api/v1/states/__proto__${i}`,
  (i) => `/api/v1/groups/${"AAA~".repeat(i % 60)}`,
];
const statuses = new Map<number, number>();
const burst = async (from: number, count: number): Promise<void> => {
  for (let i = from; i < from + count; i += 25) {
    const asked = await Promise.all(
      Array.from({ length: 25 }, (_, k) => ask(shapes[(i + k) % shapes.length]!(i + k))),
    );
    for (const { status } of asked) statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
};
await burst(0, 500);
const before = memory();
const started = performance.now();
await burst(500, wrong);
const grown = memory() - before;
line(
  `${wrong} wrong requests`,
  `${[...statuses].map(([status, n]) => `${status}: ${n}`).join(", ")}; ` +
    `${((performance.now() - started) / 1000).toFixed(1)} s, memory ${grown.toFixed(0)} MB more`,
);
bar(
  [...statuses.keys()].every((status) => status >= 400 && status < 500),
  "a wrong request gave something other than 4xx",
);
bar(!(grown > 64), `memory grew by ${grown.toFixed(0)} MB`);

server.kill("SIGTERM");
for (const text of failed) line("MISSED", text);
process.exitCode = failed.length === 0 ? 0 : 1;
