import { fileURLToPath } from "node:url";
import { Application, ReflectionKind } from "typedoc";

const ORDER = [
  [ReflectionKind.Function, "Functions"],
  [ReflectionKind.Variable, "Constants"],
  [ReflectionKind.Class, "Classes"],
  [ReflectionKind.Interface, "Interfaces"],
  [ReflectionKind.TypeAlias, "Types"],
];

const cell = (text) => text.replaceAll("|", "\\|").replaceAll(/\s*\n\s*/gu, " ");
const words = (parts = []) => parts.map(({ text }) => text).join("");

function comment(one) {
  if (one === undefined) return [];
  const tags = one.blockTags.flatMap(({ tag, content }) => [
    tag === "@example" ? "*Example.*" : `*${tag.slice(1)}*`,
    "",
    words(content),
    "",
  ]);
  return [words(one.summary), "", ...tags];
}

const typed = (type) => type?.toString() ?? "unknown";

function signature(name, one) {
  const generic =
    one.typeParameters === undefined
      ? ""
      : `<${one.typeParameters.map((each) => each.name).join(", ")}>`;
  const given = (one.parameters ?? []).map(
    (each) =>
      `${each.flags.isRest ? "..." : ""}${each.name === "__namedParameters" ? "options" : each.name}` +
      `${each.flags.isOptional || each.defaultValue !== undefined ? "?" : ""}: ${typed(each.type)}`,
  );
  const line = `${name}${generic}(${given.join(", ")}): ${typed(one.type)}`;
  return line.length <= 88
    ? line
    : `${name}${generic}(\n${given.map((each) => `  ${each},\n`).join("")}): ${typed(one.type)}`;
}

const fence = (text) => ["```ts", text, "```", ""];

function properties(members) {
  const rows = members
    .filter(({ kind, inheritedFrom }) => kind !== ReflectionKind.Constructor && !inheritedFrom)
    .map((one) => {
      const call = one.signatures?.[0];
      const type = call === undefined ? typed(one.type) : signature("", call);
      const note = one.comment ?? call?.comment ?? one.getSignature?.comment;
      const shown = typed(one.getSignature?.type ?? one.type);
      return `| \`${one.name}${one.flags.isOptional ? "?" : ""}\` | \`${cell(one.getSignature ? shown : type)}\` | ${cell(words(note?.summary))} |`;
    });
  return rows.length === 0
    ? []
    : ["| property | type | meaning |", "| --- | --- | --- |", ...rows, ""];
}

function body(one) {
  const { name, kind, type } = one;
  if (kind === ReflectionKind.Function) {
    return one.signatures.flatMap((each) => [
      ...fence(signature(name, each)),
      ...comment(each.comment),
    ]);
  }
  const members = one.children ?? type?.declaration?.children ?? [];
  const shape = members.length === 0 && type !== undefined;
  if (kind === ReflectionKind.Variable) {
    return [...fence(`const ${name}: ${typed(type)}`), ...comment(one.comment)];
  }
  if (kind === ReflectionKind.Class) {
    const made = members.find((each) => each.kind === ReflectionKind.Constructor);
    return [
      ...fence(signature(`new ${name}`, made.signatures[0])),
      ...comment(one.comment),
      ...properties(members),
    ];
  }
  return [
    ...(shape ? fence(`type ${name} = ${typed(type)}`) : []),
    ...comment(one.comment),
    ...properties(members),
  ];
}

function sourceOf(one) {
  const source = (one.sources ?? one.signatures?.[0]?.sources)?.[0];
  return source?.fileName.replace(/^.*?dist\//u, "src/").replace(/\.d\.ts$/u, ".ts");
}

function modulePage(module, specifier) {
  // A name that another module gives too stands in both.
  const own = module.children.map((one) =>
    one.kind === ReflectionKind.Reference ? one.getTargetReflectionDeep() : one,
  );
  const used = new Map();
  const id = (name) => {
    const slug = name.toLowerCase();
    const before = used.get(slug) ?? 0;
    used.set(slug, before + 1);
    return before === 0 ? slug : `${slug}-${before}`;
  };
  const entry = (one) => {
    const source = sourceOf(one);
    return [
      `### \`${one.name}\``,
      "",
      ...body(one),
      ...(source === undefined ? [] : [`Source: \`${source}\``, ""]),
    ];
  };
  const parts = ORDER.flatMap(([kind, heading]) => {
    const these = own.filter((one) => one.kind === kind);
    if (these.length === 0) return [];
    // As the headings below get their ids.
    const names = these.map((one) => `[\`${one.name}\`](#${id(one.name)})`);
    return [`## ${heading}`, "", names.join(", "), "", ...these.flatMap(entry)];
  });
  return [
    `# Library: \`${specifier}\``,
    "",
    `What \`import ... from "${specifier}"\` gives, written from the comments in the source.`,
    "",
    ...parts,
  ].join("\n");
}

/**
 * The reference of the TypeScript library as Markdown, one page for each entry of the package's
 * `exports`, from the declarations in dist/. What typedoc warns of is a fault.
 */
export async function libraryReference(root, { name, exports }, faults) {
  const entries = Object.entries(exports).map(([path, { types }]) => ({
    specifier: path === "." ? name : `${name}${path.slice(1)}`,
    types,
    source: types.replace("./dist/", "src/").replace(".d.ts", ".ts"),
  }));
  const app = await Application.bootstrap({
    entryPoints: entries.map(({ types }) => fileURLToPath(new URL(types, root))),
    tsconfig: fileURLToPath(new URL("scripts/docs/tsconfig.json", root)),
    basePath: fileURLToPath(root),
    skipErrorChecking: true,
    excludeExternals: true,
    disableGit: true,
    sourceLinkTemplate: "{path}",
    logLevel: "Warn",
  });
  const project = await app.convert();
  if (project === undefined) {
    faults.push("The declarations in dist/ could not be read; build first (npm run build).");
    return [];
  }
  if (app.logger.hasWarnings())
    faults.push("The comments of the library: see the warnings above.");
  return entries.map(({ specifier, types, source }) => {
    const folder = types.replace(/^\.\//u, "").replace(/\/index\.d\.ts$/u, "");
    const module = project.children.find((one) => one.name === folder);
    const page = `library${specifier.slice(name.length).replace("/", "-")}`;
    return {
      file: `docs/${page}.md`,
      origin: source,
      name: page,
      title: specifier,
      text: modulePage(module, specifier),
    };
  });
}
