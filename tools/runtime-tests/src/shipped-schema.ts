import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import type { SchemaModel } from "@kubeschema/model";

const schemas = new URL("../../../packages/docs-generator/src/gen/schemas/", import.meta.url);

/** The schema of the default version, as `npm run generate` made it. */
export async function shippedSchema(): Promise<SchemaModel> {
  const index: { default: string } = JSON.parse(await readFile(new URL("index.json", schemas), "utf8"));
  return JSON.parse(gunzipSync(await readFile(new URL(`${index.default}.json.gz`, schemas))).toString("utf8"));
}
