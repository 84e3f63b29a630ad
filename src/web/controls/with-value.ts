/** An address with one parameter set, or taken out where the value is empty. */
export function withValue(address: string, changes: Readonly<Record<string, string>>): string {
  const [path = "/", query = ""] = address.split("?");
  const pairs = new Map(
    query
      .split("&")
      .filter(Boolean)
      .map((pair): [string, string] => {
        const [name = "", ...value] = pair.split("=");
        return [name, value.join("=")];
      }),
  );
  for (const [name, value] of Object.entries(changes)) {
    if (value === "") pairs.delete(name);
    else pairs.set(name, encodeURIComponent(value).replaceAll("%7E", "~"));
  }
  // A page of rows that was passed over belongs to the question before.
  if (!("offset" in changes)) pairs.delete("offset");
  const text = [...pairs].map(([name, value]) => `${name}=${value}`).join("&");
  return text === "" ? path : `${path}?${text}`;
}
