import { homedir } from "node:os";
import { join, resolve } from "node:path";

/**
 * The folder of the data sets that the user brought: CASUS_SOURCES where it is set, else the
 * platform's folder for a user's data.
 */
export function storeFolder(env: NodeJS.ProcessEnv = process.env): string {
  const named = env["CASUS_SOURCES"] ?? "";
  if (named !== "") return resolve(named);
  if (process.platform === "darwin") {
    return join(homedir(), "Library", "Application Support", "casus", "sources");
  }
  const base =
    process.platform === "win32"
      ? (env["LOCALAPPDATA"] ?? join(homedir(), "AppData", "Local"))
      : (env["XDG_DATA_HOME"] ?? join(homedir(), ".local", "share"));
  return join(base, "casus", "sources");
}
