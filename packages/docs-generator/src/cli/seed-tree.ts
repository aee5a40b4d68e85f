import type { SchemaModel } from "@kubeschema/model";
import { buildPage } from "../page/build-page.ts";
import { emitSeedPage } from "../seed/emit-seed-page.ts";
import { seedStem } from "../seed/seed-name.ts";
import type { KindEntry } from "../site/plan-site.ts";
import { findSeedSource } from "./seed-source.ts";
import type { DocsSources } from "./world.ts";
import type { TreeFile } from "./write-tree.ts";

/** Options of a tree of seed pages. */
export interface SeedTreeOptions {
  readonly packageName: string;
  readonly sourceUrl: string | undefined;
  readonly layout: "modules" | "kinds";
  /** The folder of the version's modules below the types' `src/gen`, `v1.35/`; empty for the default version. */
  readonly modulePrefix: string;
}

/**
 * Writes one page per kind in the format of the seed, below `<apiVersion>/interfaces/`, since the format's links expect
 * pages in such a folder, and several versions may have the same name.
 */
export async function* emitSeedTree(
  world: Pick<DocsSources, "readTypes">,
  model: SchemaModel,
  kinds: readonly KindEntry[],
  { packageName, sourceUrl, layout, modulePrefix }: SeedTreeOptions,
): AsyncIterable<TreeFile> {
  for (const { kind, path } of kinds) {
    // The pages of a site have links and a history, which the format does not have.
    const page = buildPage(model, kind);
    const modulePath = `${modulePrefix}${page.apiVersion}.ts`;
    const source = await findSeedSource(world, model, page, { modulePath, layout, url: sourceUrl });
    const folder = path.slice(0, path.lastIndexOf("/"));
    yield { path: `${folder}/interfaces/${seedStem(kind.kind)}.md`, text: emitSeedPage(page, { packageName, source }) };
  }
}
