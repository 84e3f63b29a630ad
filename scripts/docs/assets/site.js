// Search, theme and menu of the documentation. Nothing is asked of any other host.
const MOST = 12;
const narrow = matchMedia("(max-width: 900px)");
const menu = document.querySelector(".menu");
const setMenu = () => {
  menu.open = !narrow.matches;
};
setMenu();
narrow.addEventListener("change", setMenu);

const theme = document.querySelector("#theme");
const isDark = () =>
  (document.documentElement.dataset.theme ??
    (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
const nameTheme = () => {
  theme.textContent = isDark() ? "Light" : "Dark";
};
theme.hidden = false;
nameTheme();
theme.addEventListener("click", () => {
  const next = isDark() ? "light" : "dark";
  document.documentElement.dataset.theme = next;
  nameTheme();
  try {
    localStorage.setItem("casus-theme", next);
  } catch {
    // No storage: the choice holds for this page.
  }
});

const find = document.querySelector("#find");
const found = document.querySelector("#found");
const count = document.querySelector("#found-count");
find.disabled = false;

let index;
function loadIndex() {
  index ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = "search-index.js";
    script.addEventListener("load", () =>
      done(
        globalThis.casusSearch.map(([href, page, heading, text]) => ({
          ...{ href, page, heading, text },
          head: `${heading} ${page}`.toLowerCase(),
          low: text.toLowerCase(),
        })),
      ),
    );
    script.addEventListener("error", failed);
    document.head.append(script);
  });
  return index;
}

/** How well a section answers: words in its heading count most; 0 where a word is missing. */
function score({ heading, head, low }, words) {
  let sum = 0;
  for (const word of words) {
    const times = low.split(word).length - 1;
    if (!head.includes(word) && times === 0) return 0;
    if (heading.toLowerCase().includes(word)) sum += 20;
    else if (head.includes(word)) sum += 8;
    sum += Math.min(times, 5);
  }
  return sum;
}

function excerpt({ text, low }, word) {
  const at = Math.max(low.indexOf(word), 0);
  const start = Math.max(at - 50, 0);
  return `${start > 0 ? "... " : ""}${text.slice(start, at + 90)}${at + 90 < text.length ? " ..." : ""}`;
}

function item(section, word) {
  const link = document.createElement("a");
  link.href = section.href;
  const title = document.createElement("b");
  title.textContent =
    section.heading === section.page ? section.page : `${section.page}: ${section.heading}`;
  const text = document.createElement("span");
  text.textContent = excerpt(section, word);
  link.append(title, text);
  const entry = document.createElement("li");
  entry.append(link);
  return entry;
}

function close() {
  found.hidden = true;
  found.replaceChildren();
  count.textContent = "";
}

async function search() {
  const asked = find.value;
  const words = asked.toLowerCase().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return close();
  const sections = await loadIndex();
  if (asked !== find.value) return undefined;
  const best = sections
    .map((section) => ({ section, points: score(section, words) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .slice(0, MOST);
  found.hidden = false;
  if (best.length === 0) {
    const none = document.createElement("li");
    none.textContent = `Nothing about "${asked.trim()}".`;
    found.replaceChildren(none);
  } else found.replaceChildren(...best.map(({ section }) => item(section, words[0])));
  count.textContent = best.length === 1 ? "1 section" : `${best.length} sections`;
  return undefined;
}

find.addEventListener("input", search);
find.addEventListener("focus", search);
found.addEventListener("click", close);
addEventListener("keydown", (event) => {
  const typing = /^(?:INPUT|TEXTAREA|SELECT)$/u.test(document.activeElement?.tagName ?? "");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    find.focus();
  } else if (event.key === "Escape" && !found.hidden) {
    close();
    find.focus();
    close();
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const links = [...found.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (links.length === 0 || (at < 0 && document.activeElement !== find)) return;
    event.preventDefault();
    const next = at + (event.key === "ArrowDown" ? 1 : -1);
    (links[next] ?? (next < 0 ? find : links.at(-1))).focus();
  }
});
document.addEventListener("click", ({ target }) => {
  if (!target.closest(".find")) close();
});
