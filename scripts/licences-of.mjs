// The licences of the packages that a bundle took in.
import { readdirSync, readFileSync } from "node:fs";

/** The folder of the package that a bundled file belongs to, or null for a file of our own. */
const folderOf = (input) => {
  const at = input.lastIndexOf("node_modules/");
  if (at === -1) return null;
  const [scope, name] = input.slice(at + "node_modules/".length).split("/");
  const whole = scope.startsWith("@") ? `${scope}/${name}` : scope;
  return `${input.slice(0, at)}node_modules/${whole}`;
};

function licenceOf(folder) {
  const { name, version, license, author } = JSON.parse(
    readFileSync(`${folder}/package.json`, "utf8"),
  );
  const files = readdirSync(folder).filter((file) => /^licen[cs]e|^copying/iu.test(file));
  const holder = typeof author === "object" ? author.name : author;
  const texts = files.map((file) => readFileSync(`${folder}/${file}`, "utf8").trim());
  if (texts.length === 0 && license === undefined) {
    throw new Error(`${folder}: no licence; a package without one cannot be bundled`);
  }
  const text =
    texts.length === 0 ? `${license}, ${holder ?? "authors not named"}` : texts.join("\n\n");
  return `${name} ${version} (${license ?? "licence below"})\n\n${text}\n`;
}

/** The licence texts of all packages among the input files of a bundle, by name. */
export function licencesOf(inputs) {
  const folders = new Set(inputs.map(folderOf).filter((folder) => folder !== null));
  const head = "The shell's program contains these packages, each under its own licence.\n";
  return [head, ...[...folders].map(licenceOf).sort()].join(`\n${"-".repeat(72)}\n\n`);
}
