import { defineConfig } from "vitest/config";

// Every package runs its own suite with this one configuration: `vitest run --config ../../vitest.config.ts`.
// The condition makes workspace packages resolve to their sources, so that no build comes first.
const conditions = ["@kubeschema/source", "module", "node", "import", "default"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: { include: ["src/**/*.test.ts"], testTimeout: 180_000, hookTimeout: 300_000 },
});
