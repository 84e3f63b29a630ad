/**
 * The service worker's script with the record's release in its last line, under the app's hash: a
 * browser looks for a new release only in the script's own bytes.
 */
export function markedScript(script: string, release: string): string {
  return `${script.trimEnd()}\n// record ${release}\n`;
}
