import { escapeXml } from "../figures/escape-xml.ts";

/** The app's one page for a folder of a web host and a record, whose manifest it holds. */
export function appShell(
  html: string,
  { base, manifest }: { readonly base: string; readonly manifest: string },
): string {
  const record = `<meta name="casus-record" content="${escapeXml(manifest)}" />`;
  return html
    .replaceAll(/(href|src)="\//gu, `$1="${base}`)
    .replace('name="casus-base" content="/"', `name="casus-base" content="${base}"`)
    .replace('<meta name="casus-record" content="" />', () => record);
}
