/**
 * What is wrong with the links of the pages, given as a map from file name to HTML: a page or a
 * part of one that does not exist, an id given twice, and anything that would be fetched from
 * another host.
 */
export function checkLinks(pages, otherFiles) {
  const idsOf = new Map(
    [...pages].map(([name, html]) => [
      name,
      [...html.matchAll(/\sid="([^"]*)"/gu)].map(([, id]) => id),
    ]),
  );
  const faults = [];
  for (const [name, html] of pages) {
    const ids = idsOf.get(name);
    for (const id of new Set(ids.filter((one, index) => ids.indexOf(one) !== index))) {
      faults.push(`${name}: the id "${id}" is given twice.`);
    }
    for (const [, attribute, value] of html.matchAll(/\s(href|src)="([^"]*)"/gu)) {
      if (/^(?:https?|mailto):/u.test(value)) {
        const loads =
          attribute === "src" || html.includes(`<link rel="stylesheet" href="${value}"`);
        if (loads) faults.push(`${name}: ${value} would be fetched from another host.`);
        continue;
      }
      const [path, hash] = value.split("#");
      const page = path === "" ? name : path;
      if (!pages.has(page) && !otherFiles.includes(page)) {
        faults.push(`${name}: ${value} leads to no page.`);
      } else if (hash !== undefined && !idsOf.get(page)?.includes(decodeURIComponent(hash))) {
        faults.push(`${name}: ${value} leads to no part of that page.`);
      }
    }
  }
  return faults;
}
