import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/setup.ts"],
    // Lines of tests, from which scripts/test.mjs reads why one was skipped.
    includeTaskLocation: true,
    // Simulations, builds of the whole record and child processes, on two busy cores.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    env: { TZ: "Pacific/Kiritimati", NO_COLOR: "1" },
  },
});
