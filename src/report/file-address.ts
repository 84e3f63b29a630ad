/** The address of an answer in one form: the extension stands before the query. */
export function fileAddress(address: string, extension: string): string {
  const mark = address.indexOf("?");
  return mark < 0
    ? `${address}.${extension}`
    : `${address.slice(0, mark)}.${extension}${address.slice(mark)}`;
}
