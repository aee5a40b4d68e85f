import { cp } from "node:fs/promises";
import { existsSync } from "node:fs";
import { defineConfig } from "tsup";
import shared from "../../tsup.config.ts";

const schemas = "gen/schemas";

// The command reads its schemas from the folder beside it, in `src` as in `dist`.
export default defineConfig({
  ...shared,
  async onSuccess() {
    if (existsSync(`src/${schemas}`)) await cp(`src/${schemas}`, `dist/${schemas}`, { recursive: true });
  },
});
