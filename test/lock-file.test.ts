import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const text = readFileSync(new URL("../package-lock.json", import.meta.url), "utf8");
const { packages } = JSON.parse(text) as {
  readonly packages: Readonly<Record<string, Locked>>;
};

it("locks the binaries of every platform, without which npm ci refuses the lock file", () => {
  const wanted = Object.entries(packages).flatMap(([path, { optionalDependencies }]) =>
    Object.keys(optionalDependencies ?? {}).map((name) => ({ path, name })),
  );
  const missing = wanted.filter(
    ({ path, name }) =>
      packages[`node_modules/${name}`] === undefined &&
      packages[`${path}/node_modules/${name}`] === undefined,
  );
  expect(wanted.length).toBeGreaterThan(50);
  expect(missing).toEqual([]);
});

it("names no registry: each machine asks its own", () => {
  const hosts = Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined);
  expect(hosts.map(([path, { resolved }]) => `${path}: ${resolved}`)).toEqual([]);
});
