import { defineConfig } from "tsup";
import shared from "../../tsup.config.ts";

const entry = ["src/mod.ts", "src/compare-text.ts", "src/json-object.ts"];

// Two subpaths beside the front door: what every emitter needs and no user of a schema looks for.
export default defineConfig({ ...shared, entry, dts: { entry } });
