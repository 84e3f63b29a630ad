import { readdirSync, readFileSync } from "node:fs";

/** The pages in the order of the menu: the file in the repository, the name of the page, and
 * what the menu calls it where that is not its title. */
const GROUPS = [
  [
    "Guides",
    [
      ["docs/README.md", "index", "Overview"],
      ["docs/guide-analysts.md", "guide-analysts"],
      ["docs/guide-scholars.md", "guide-scholars"],
      ["CONTRIBUTING.md", "contributing"],
      ["docs/claims.md", "claims"],
      ["docs/scenario.md", "scenario"],
      ["docs/durability.md", "durability"],
      ["docs/cases.md", "cases"],
      ["docs/sources.md", "sources"],
      ["docs/web.md", "web"],
    ],
  ],
  [
    "Reference",
    [
      ["docs/methods.md", "methods"],
      ["docs/addresses.md", "addresses"],
      ["docs/cli.md", "cli"],
      ["docs/api.md", "api"],
    ],
  ],
  [
    "Record",
    [
      ["data/README.md", "data"],
      ["data/unga/README.md", "data-unga"],
      ["LICENSE-DATA.md", "terms"],
      ["CHANGELOG.md", "changelog"],
      ["README.md", "readme", "Read me"],
    ],
  ],
];

const titleOf = (text, file) => {
  const title = /^# (.+)$/mu.exec(text)?.[1];
  if (title === undefined) throw new Error(`${file}: no title ("# ...") was found.`);
  return title;
};

/**
 * Every page that a file of the repository is: `{ file, name, title, text }` by group. A file of
 * docs/ that no group names comes under "Results".
 */
export function pageList(root) {
  const read = (file) => readFileSync(new URL(file, root), "utf8").replaceAll("\r\n", "\n");
  const page = ([file, name, title]) => {
    const text = read(file);
    return { file, name, title: title ?? titleOf(text, file), text };
  };
  const named = new Set(GROUPS.flatMap(([, pages]) => pages.map(([file]) => file)));
  const others = readdirSync(new URL("docs/", root))
    .sort()
    .filter((name) => name.endsWith(".md") && !named.has(`docs/${name}`))
    .map((name) => [`docs/${name}`, name.slice(0, -".md".length)]);
  return [...GROUPS, ["Results", others]].map(([group, pages]) => ({
    group,
    pages: pages.map(page),
  }));
}
