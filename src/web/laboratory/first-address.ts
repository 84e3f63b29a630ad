/** The call of the article that the laboratory was built to check. */
export const FIRST_CALL = "/scenarios/appeal?alliance=csto&appellant=rus&threat=external";

/** Where an asked page takes its answer from; null where it has none, or more than one. */
export function firstAddress(address: string): string | null {
  const path = address.split("?")[0] ?? "/";
  switch (path) {
    case "/":
      return "/alliances";
    case "/data":
    case "/methods":
    case "/search":
      return null;
    case "/compare":
      return address.includes("?") ? address.replace(path, "/rollcalls") : null;
    case "/scenarios/appeal":
      return address.includes("?") ? address : FIRST_CALL;
    default: {
      const brief = /^\/brief\/([^/]+)$/u.exec(path)?.[1];
      if (brief !== undefined) return `/alliances/${brief}/assessment`;
      return path.startsWith("/r/") ? null : address;
    }
  }
}
