import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "./packed-packages.ts";

/** The versions that the docs generator ships, newest first; a machine that has only npm cannot build all of them. */
export function shippedVersions(): readonly string[] {
  const index = join(repositoryRoot, "packages/docs-generator/src/gen/schemas/index.json");
  const { versions }: { readonly versions: readonly string[] } = JSON.parse(readFileSync(index, "utf8"));
  return versions;
}
