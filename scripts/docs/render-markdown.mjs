import { posix } from "node:path";
import MarkdownIt from "markdown-it";

/** The id that code hosts give a heading: links that work there work here. */
function slugs() {
  const used = new Map();
  return (text) => {
    const slug = text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .trim()
      .replaceAll(/\s/gu, "-");
    const before = used.get(slug) ?? 0;
    used.set(slug, before + 1);
    return before === 0 ? slug : `${slug}-${before}`;
  };
}

const plain = (token) =>
  (token.children ?? [])
    .map(({ type, content }) => (type.endsWith("break") ? " " : content))
    .join("");

const WEB = /^[a-z][a-z\d+.-]*:/iu;

/** Where a link of a file leads in the site; `undefined` where it leads to no page of it. */
function target(href, file, pageOf) {
  const [path, hash] = href.split("#");
  const fragment = hash === undefined ? "" : `#${hash}`;
  if (path === "") return fragment;
  const name = pageOf.get(posix.join(posix.dirname(file), path));
  return name === undefined ? undefined : `${name}.html${fragment}`;
}

/** Tables scroll sideways where they are wider than the page, by keyboard too. */
function wrapTables(markdown) {
  markdown.renderer.rules.table_open = () =>
    '<div class="wide" tabindex="0" role="group" aria-label="Table"><table>\n';
  markdown.renderer.rules.table_close = () => "</table></div>\n";
}

/** Code that is the path of a page leads to it. */
function linkCode(markdown, pageOf) {
  const code = markdown.renderer.rules.code_inline;
  markdown.renderer.rules.code_inline = (tokens, at, ...rest) => {
    const name = pageOf.get(tokens[at].content);
    const html = code(tokens, at, ...rest);
    const linked = tokens.slice(0, at).reduce((depth, { nesting, type }) => {
      return type.startsWith("link_") ? depth + nesting : depth;
    }, 0);
    return name === undefined || linked > 0 ? html : `<a href="${name}.html">${html}</a>`;
  };
}

/**
 * One page: its HTML, its headings of the second level, and the sections that the search knows.
 * `pageOf` says which page a file of the repository is; a link to any other file is a fault.
 */
export function renderMarkdown({ file, text }, pageOf, faults) {
  const markdown = new MarkdownIt({ html: false, linkify: false });
  wrapTables(markdown);
  linkCode(markdown, pageOf);
  const slug = slugs();
  const tokens = markdown.parse(text, {});
  const sections = [];
  for (const [index, token] of tokens.entries()) {
    if (token.type === "heading_open") {
      const heading = plain(tokens[index + 1]);
      const id = slug(heading);
      token.attrSet("id", id);
      sections.push({ heading, id, level: Number(token.tag.slice(1)), words: [] });
    } else if (token.type === "fence" || token.type === "inline") {
      const content = token.type === "fence" ? token.content : plain(token);
      if (tokens[index - 1]?.type !== "heading_open") sections.at(-1)?.words.push(content);
    }
    for (const link of (token.children ?? []).filter(({ type }) => type === "link_open")) {
      const href = link.attrGet("href");
      if (WEB.test(href)) continue;
      const to = target(href, file, pageOf);
      if (to === undefined) faults.push(`${file}: the link to ${href} leads to no page.`);
      else link.attrSet("href", to);
    }
  }
  return {
    html: markdown.renderer.render(tokens, markdown.options, {}),
    headings: sections.filter(({ level }) => level === 2),
    sections: sections.map(({ heading, id, words }) => ({
      heading,
      id,
      text: words.join(" ").replaceAll(/\s+/gu, " ").trim(),
    })),
  };
}
