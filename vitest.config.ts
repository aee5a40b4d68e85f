import { defineConfig } from "vitest/config";

// Every package runs its own suite with this one configuration: `vitest run --config ../../vitest.config.ts`.
// The condition makes workspace packages resolve to their sources, so that no build comes first.
const conditions = ["@kubeschema/source", "module", "node", "import", "default"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ["src/**/*.test.ts"],
    // Longer than a busy machine takes: no test is about time.
    testTimeout: 180_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
  },
});
