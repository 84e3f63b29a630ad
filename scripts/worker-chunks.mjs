/** A module that so many views need comes with the worker itself. */
const OFTEN = 9;
/** A script with less than this many bytes of source is not worth a request of its own. */
const SMALL = 2_500;

/** The modules that a module needs before it can run, itself among them. */
function reachOf(start, infoOf) {
  const found = new Set();
  const open = [start];
  while (open.length > 0) {
    const id = open.pop();
    if (found.has(id)) continue;
    found.add(id);
    open.push(...(infoOf(id)?.importedIds ?? []));
  }
  return found;
}

/** The scripts that a script imports, directly or through others, without those of `held`. */
function importsOf(name, chunks, held = new Set()) {
  const found = new Set();
  const open = [...chunks[name].imports];
  while (open.length > 0) {
    const next = open.pop();
    if (held.has(next) || found.has(next) || chunks[next] === undefined) continue;
    found.add(next);
    open.push(...chunks[next].imports);
  }
  return found;
}

/**
 * How the worker's code is cut into scripts. One holds what every question needs, and a view's
 * code is fetched with all that it imports at once: otherwise each script would name the next only
 * when it is there, and a page would wait for five requests one after the other.
 */
export function workerChunks() {
  const core = new Set();
  const plugin = {
    name: "casus-worker-chunks",
    buildEnd() {
      const infoOf = (id) => this.getModuleInfo(id);
      const ids = [...this.getModuleIds()];
      const worker = ids.filter((id) => infoOf(id)?.isEntry);
      for (const id of worker.flatMap((one) => [...reachOf(one, infoOf)])) core.add(id);
      const uses = new Map();
      const views = ids.filter((id) => (infoOf(id)?.dynamicImporters ?? []).length > 0);
      for (const view of views) {
        for (const id of reachOf(view, infoOf)) uses.set(id, (uses.get(id) ?? 0) + 1);
      }
      for (const [id, count] of uses) if (count >= OFTEN) core.add(id);
    },
    renderChunk(code, chunk, _options, { chunks }) {
      if (chunk.dynamicImports.length === 0) return null;
      const held = new Set([chunk.fileName, ...importsOf(chunk.fileName, chunks)]);
      return code.replaceAll(/import\("\.\/([^"]+)"\)/gu, (text, name) => {
        const folder = chunk.fileName.replace(/[^/]*$/u, "");
        const needed = chunks[`${folder}${name}`];
        if (needed === undefined) return text;
        const others = [...importsOf(needed.fileName, chunks, held)];
        if (others.length === 0) return text;
        const all = others.map((other) => `import("./${other.slice(folder.length)}")`);
        return `Promise.all([${[text, ...all].join(", ")}]).then(([code]) => code)`;
      });
    },
  };
  const chunkFileNames = ({ name }) =>
    `assets/${name.startsWith("part~") ? "part" : name}-[hash].js`;
  const codeSplitting = {
    groups: [
      { name: "answer", priority: 2, test: (id) => core.has(id) },
      {
        name: "part",
        minShareCount: 2,
        entriesAware: true,
        entriesAwareMergeThreshold: SMALL,
      },
    ],
  };
  return { plugin, output: { chunkFileNames, codeSplitting } };
}
