import { useEffect } from "preact/hooks";
import { useCatalogue } from "./laboratory/use-catalogue.ts";
import { AnswerPage } from "./pages/answer-page.tsx";
import { LatePage } from "./pages/late-page.tsx";
import { SearchPage } from "./pages/search-page.tsx";
import { FaultBox } from "./parts/fault-box.tsx";
import { ThemeButton } from "./parts/theme-button.tsx";
import { Waiting } from "./parts/waiting.tsx";
import { hrefOf } from "./place/base.ts";
import { place } from "./place/place.ts";

const LINKS: readonly (readonly [string, string])[] = [
  ["/alliances", "Alliances"],
  ["/states", "States"],
  ["/rollcalls", "Roll calls"],
  ["/cases", "Cases"],
  ["/treaties", "Treaties"],
  ["/claims", "Claims"],
  ["/scenarios/appeal", "Lab"],
  ["/compare", "Compare"],
  ["/methods", "Methods"],
  ["/data", "Data"],
  ["/search", "Search"],
];

/** Pages of their own kind, each a script that is fetched when it is first shown. */
const brief = () => import("./pages/brief-page.tsx").then((code) => code.BriefPage);
const compare = () => import("./pages/compare-page.tsx").then((code) => code.ComparePage);
const data = () => import("./pages/data-page.tsx").then((code) => code.DataPage);
const home = () => import("./pages/home-page.tsx").then((code) => code.HomePage);
const lab = () => import("./pages/lab-page.tsx").then((code) => code.LabPage);
const methods = () => import("./pages/methods-page.tsx").then((code) => code.MethodsPage);

const TITLES: Readonly<Record<string, string>> = {
  "/": "Casus, observatory of collective-security alliances",
  "/data": "Data | Casus",
  "/methods": "Methods | Casus",
  "/search": "Search | Casus",
};

/** `/r/<release>/rest` apart, or null. */
function permalink(
  address: string,
): { readonly release: string; readonly rest: string } | null {
  const match = /^\/r\/([^/?]+)(\/.*)$/u.exec(address);
  return match === null ? null : { release: match[1]!, rest: match[2]! };
}

/** The page behind a permalink: only of the release that is here, never silently another. */
function Pinned({ release, rest }: { readonly release: string; readonly rest: string }) {
  const catalogue = useCatalogue();
  if (catalogue === null) return <Waiting steps={null} />;
  if (catalogue.release === release) return <Page address={rest} />;
  const line =
    `Here is release ${catalogue.release}, not ${release}. The current answer is at "${rest}"; ` +
    `an earlier release comes with the package version that built it.`;
  return <FaultBox fault={{ code: "release", line }} />;
}

function Page({ address }: { readonly address: string }) {
  const [path = "/", query = ""] = address.split("?");
  switch (path) {
    case "/":
      return <LatePage load={home} given={{}} />;
    case "/compare":
      return <LatePage load={compare} given={{ address }} />;
    case "/data":
      return <LatePage load={data} given={{}} />;
    case "/methods":
      return <LatePage load={methods} given={{}} />;
    case "/scenarios/appeal":
      return <LatePage load={lab} given={{ address }} />;
    case "/search":
      return <SearchPage text={new URLSearchParams(query).get("q") ?? ""} />;
    default: {
      const pinned = permalink(address);
      if (pinned !== null) return <Pinned {...pinned} />;
      const id = /^\/brief\/([^/]+)$/u.exec(path)?.[1];
      if (id !== undefined) return <LatePage key={path} load={brief} given={{ id }} />;
      // A new thing starts anew; another query of the same path keeps what is shown meanwhile, and so
      // does a group with one member more or less.
      return (
        <AnswerPage key={path.replace(/^\/groups\/[^/]+/u, "/groups")} address={address} />
      );
    }
  }
}

/** By itself, so that the catalogue, which comes late, changes nothing else of the frame. */
function Footer() {
  const catalogue = useCatalogue();
  return (
    <footer class="site">
      <p>
        {catalogue === null
          ? "Casus"
          : `Record ${catalogue.release}, votes to ${catalogue.last}.`}{" "}
        Computed in this page. Compiled data CC BY 4.0; each source's terms stand with it.
      </p>
    </footer>
  );
}

/** The frame of every page. */
export function App() {
  const { address } = place.value;
  const path = address.split("?")[0] ?? "/";
  useEffect(() => {
    const title = TITLES[path];
    if (title !== undefined) document.title = title;
  }, [path]);
  return (
    <>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <header class="site">
        <a class="brand" href={hrefOf("/")}>
          Casus
        </a>
        <nav aria-label="Site">
          {LINKS.map(([to, text]) => (
            <a
              key={to}
              href={hrefOf(to)}
              aria-current={path === to || path.startsWith(`${to}/`) ? "true" : undefined}
            >
              {text}
            </a>
          ))}
        </nav>
        <ThemeButton />
      </header>
      <main id="main" tabIndex={-1}>
        <Page address={address} />
      </main>
      <Footer />
    </>
  );
}
