import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { SourceError, UsageError } from "../../errors.ts";
import { escapeXml } from "../../figures/escape-xml.ts";
import { openRecord, SHIPPED_RECORD } from "../../record/open-record.ts";
import { writeFolderWhole } from "../../record/write-files.ts";
import { APP } from "../app-pages.ts";
import type { Terminal } from "../terminal.ts";
import { appShell } from "../app-shell.ts";
import { markedScript } from "../marked-script.ts";
import { publishedPages } from "./published-pages.ts";

/** Options of `casus publish`. */
export interface PublishOptions {
  readonly record?: string;
  readonly base: string;
  readonly format?: string;
}

/** A folder that holds this file was written by this command. */
const MARK = "files.json";

function readFolder(folder: string, prefix = ""): ReadonlyMap<string, Uint8Array> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
  return new Map(
    names.map((name) => [
      `${prefix}${name.split(sep).join("/")}`,
      new Uint8Array(readFileSync(join(folder, name))),
    ]),
  );
}

function baseOf(text: string): string {
  const base = `/${text.replaceAll(/^\/+|\/+$/gu, "")}/`.replace("//", "/");
  if (/^\/(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*\/)*$/u.test(base)) return base;
  throw new UsageError(`--base ${JSON.stringify(text)} is not a folder of a web host.`, {
    hint: 'Write it as in the address, such as "/casus/".',
  });
}

/** A folder with anything of the user's in it is left alone. */
function checkFolder(folder: string): void {
  if (!existsSync(folder)) return;
  const held = readdirSync(folder);
  if (held.length === 0 || (held.includes(MARK) && held.includes("record"))) return;
  throw new UsageError(`"${folder}" holds other files.`, {
    hint: "Name a new folder, an empty one, or one that this command wrote before.",
  });
}

/**
 * Writes the observatory as static files: the app, the record, a page at every plain address and a
 * fallback for the others. Pages hold no numbers: each is computed where it is read.
 */
export async function publish(
  terminal: Terminal,
  folder: string,
  options: PublishOptions,
): Promise<void> {
  const base = baseOf(options.base);
  checkFolder(folder);
  if (!existsSync(join(APP, "index.html"))) {
    throw new SourceError("the web app is not built.", { hint: 'Run "npm run build".' });
  }
  const recordFolder = options.record ?? SHIPPED_RECORD;
  const record = openRecord(recordFolder, { whole: true });
  const app = readFolder(APP);
  const textOf = (name: string): string => new TextDecoder().decode(app.get(name));
  const manifest = readFileSync(join(recordFolder, "manifest.json"), "utf8");
  const shell = appShell(textOf("index.html"), { base, manifest });
  const encoder = new TextEncoder();
  const page = (title: string): Uint8Array =>
    encoder.encode(
      shell.replace(
        /<title>[^<]*<\/title>/u,
        () => `<title>${escapeXml(title)} | Casus</title>`,
      ),
    );
  const pages = publishedPages(record);
  const files = new Map([
    ...app,
    ...readFolder(recordFolder, "record/"),
    ["index.html", encoder.encode(shell)] as const,
    ["404.html", encoder.encode(shell)] as const,
    ["sw.js", encoder.encode(markedScript(textOf("sw.js"), record.release))] as const,
    ...pages.map(
      ({ address, title }) => [`${address.slice(1)}/index.html`, page(title)] as const,
    ),
  ]);
  writeFolderWhole(folder, files);
  const bytes = [...files.values()].reduce((sum, file) => sum + file.byteLength, 0);
  if (options.format === "json") {
    const counts = { files: files.size, addresses: pages.length, bytes };
    terminal.out(
      `${JSON.stringify({ record: record.release, ...counts, folder, base }, null, 2)}\n`,
    );
    return;
  }
  terminal.out(
    `casus: record ${record.release}: ${files.size} files, ${pages.length} addresses, ` +
      `${(bytes / 2 ** 20).toFixed(1)} MB -> ${folder}\n`,
  );
}
