import { escapeXml } from "../figures/escape-xml.ts";
import { FIRST_FILES } from "../record/record-files.ts";
import type { Manifest } from "../record/record.ts";

/**
 * The app's one page for a folder of a web host and a record: it names the record's files, those
 * that most answers need so that a browser fetches them with the first script.
 */
export function appShell(
  html: string,
  { base, manifest }: { readonly base: string; readonly manifest: string },
): string {
  const { files } = JSON.parse(manifest) as Manifest;
  const early = FIRST_FILES.map(
    (name) =>
      `<link rel="preload" as="fetch" crossorigin href="${base}record/${name}?sha256=${files[name]?.sha256 ?? ""}">`,
  );
  const record = `<meta name="casus-record" content="${escapeXml(manifest)}" />`;
  return html
    .replaceAll(/(href|src)="\//gu, `$1="${base}`)
    .replace('name="casus-base" content="/"', `name="casus-base" content="${base}"`)
    .replace('<meta name="casus-record" content="" />', () => record)
    .replace("</head>", () => `  ${early.join("\n    ")}\n  </head>`);
}
