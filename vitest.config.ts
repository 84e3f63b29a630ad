import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/setup.ts"],
    // Lines of tests, from which scripts/test.mjs reads why one was skipped.
    includeTaskLocation: true,
    // Vitest leaves a core free by default, which on two cores halves the speed.
    maxWorkers: "100%",
    // Simulations, builds of the whole record and child processes, on two busy cores.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    env: { TZ: "Pacific/Kiritimati", NO_COLOR: "1" },
  },
});
