import { gzipSync } from "node:zlib";
import type { SchemaModel } from "@kubeschema/model";
import type { TreeFile } from "./write-tree.ts";

/** Writes the models as compressed JSON, one file per version, and an index of them. */
export function emitSchemas(models: readonly SchemaModel[], defaultVersion: string): readonly TreeFile[] {
  const versions = models.map(({ kubernetesVersion }) => kubernetesVersion);
  return [
    { path: "schemas/index.json", text: `${JSON.stringify({ default: defaultVersion, versions }, null, 2)}\n` },
    ...models.map((model) => ({
      path: `schemas/${model.kubernetesVersion}.json.gz`,
      text: gzipSync(JSON.stringify(model), { level: 9 }),
    })),
  ];
}
