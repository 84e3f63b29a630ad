const escape = (text) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

const link = ({ name, title }, current) =>
  `<li><a href="${name}.html"${name === current ? ' aria-current="page"' : ""}>${escape(title)}</a></li>`;

const menu = (groups, current) =>
  groups
    .map(
      ({ group, pages }) =>
        `<p class="group">${escape(group)}</p>\n<ul>\n` +
        `${pages.map((page) => link(page, current)).join("\n")}\n</ul>`,
    )
    .join("\n");

const outline = (headings) =>
  headings.length < 3
    ? ""
    : `<nav class="outline" aria-label="On this page">\n<p class="group">On this page</p>\n<ul>\n` +
      `${headings.map(({ id, heading }) => `<li><a href="#${escape(id)}">${escape(heading)}</a></li>`).join("\n")}\n` +
      "</ul>\n</nav>";

/** A page of the site as HTML: it loads nothing but the three files beside it. */
export const pageHtml = (
  { name, title, file, origin = file, html, headings },
  groups,
  version,
) =>
  `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(name === "index" ? "Casus documentation" : `${title} - Casus`)}</title>
<link rel="icon" href="icon.svg">
<link rel="stylesheet" href="site.css">
<script src="theme.js"></script>
<script src="site.js" defer></script>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header class="site">
<a class="brand" href="index.html">Casus <span>documentation ${escape(version)}</span></a>
<search class="find">
<label for="find" class="hidden">Search the documentation</label>
<input id="find" type="search" placeholder="Search ( / )" autocomplete="off" disabled>
<p id="found-count" class="hidden" role="status"></p>
<ul id="found" hidden></ul>
</search>
<button id="theme" type="button" hidden>Dark</button>
</header>
<div class="frame">
<details class="menu" open>
<summary>Contents</summary>
<nav aria-label="Pages">
${menu(groups, name)}
</nav>
</details>
<main id="content" tabindex="-1">
${html}</main>
${outline(headings)}
</div>
<footer class="site">
<p>Written from <code>${escape(origin)}</code> of Casus ${escape(version)}.</p>
</footer>
</body>
</html>
`;
