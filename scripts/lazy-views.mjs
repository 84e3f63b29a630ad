import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = new URL("../", import.meta.url);
const LISTS = [
  { list: "answer/views", name: "VIEWS" },
  { list: "claims/views", name: "CLAIM_VIEWS" },
];

const source = (path) => fileURLToPath(new URL(`src/${path}`, ROOT));

/** The views of a list as its index names them: export, file, and what can be said without code. */
async function viewsOf({ list, name }) {
  const text = readFileSync(source(`${list}/index.ts`), "utf8");
  const array = new RegExp(`const ${name}[^=]*= \\[([^\\]]*)\\]`, "u").exec(text)?.[1] ?? "";
  const order = array.split(",").flatMap((entry) => entry.trim() || []);
  const files = new Map(
    [...text.matchAll(/import \{([^}]*)\} from "\.\/([^"]+)\.ts";/gu)].flatMap(
      ([, names, file]) => names.split(",").map((one) => [one.trim(), file]),
    ),
  );
  return await Promise.all(
    order.map(async (view) => {
      const file = files.get(view);
      if (file === undefined) throw new Error(`src/${list}/index.ts: where is ${view} from?`);
      const built = await import(new URL(`dist/${list}/${file}.js`, ROOT).href);
      const { path, also, describe, example, parameters, firstYear } = built[view];
      return {
        view,
        file: source(`${list}/${file}.ts`),
        about: { path, also, describe, example, parameters, firstYear },
      };
    }),
  );
}

/** A list of views whose code is fetched when one is first asked. */
async function lazyList({ list, name }) {
  const views = await viewsOf({ list, name });
  const entries = views.map(
    ({ view, file, about }) =>
      `lazy(${JSON.stringify(about)}, () => import(${JSON.stringify(file)}).then((m) => m.${view}))`,
  );
  const all =
    name === "VIEWS"
      ? ""
      : `import { VIEWS } from ${JSON.stringify(source("answer/views/index.ts"))};
export const ALL_VIEWS = [...VIEWS, ...${name}];`;
  return `import { NotLoaded } from ${JSON.stringify(source("web/worker/not-loaded.ts"))};
const lazy = (about, fetch) => {
  let view = null;
  const load = async () => (view ??= await fetch());
  return {
    ...about,
    canonical: (...given) => {
      if (view === null) throw new NotLoaded("the code of a view", load);
      return view.canonical(...given);
    },
    compute: async (context) => (await load()).compute(context),
    load,
  };
};
export const ${name} = [${entries.join(",\n")}];
${all}`;
}

/**
 * A plugin for Vite: the lists of views hold only what can be said of a view, and its code becomes a
 * script of its own. A page then loads the code of the views that it shows. Needs dist/ (tsc).
 */
export function lazyViews() {
  const lists = new Map(LISTS.map((one) => [source(`${one.list}/index.ts`), one]));
  return {
    name: "casus-lazy-views",
    enforce: "pre",
    load: async (id) => {
      const found = lists.get(id);
      return found === undefined ? null : { code: await lazyList(found), moduleType: "js" };
    },
  };
}
