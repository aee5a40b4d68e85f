import type { SchemaModel } from "@kubeschema/model";
import type { Page } from "../page/page.ts";
import type { SeedSource } from "../seed/emit-seed-page.ts";
import { findSourcePositions } from "../seed/find-source-positions.ts";
import { findSeedAlias } from "../seed/seed-alias.ts";
import { seedStem } from "../seed/seed-name.ts";
import { computeSeedPositions } from "../seed/seed-positions.ts";
import type { DocsSources } from "./world.ts";

/** The places where a page's kind may be declared. */
export interface SeedSourceOptions {
  /** The module of the kind in `@kubeschema/types`, below its `src/gen`. */
  readonly modulePath: string;
  readonly layout: "modules" | "kinds";
  /** The folder of the sources. */
  readonly url: string | undefined;
}

/** Finds where a page's fields are defined, with lines wherever they are known. */
export async function findSeedSource(
  world: Pick<DocsSources, "readTypes">,
  model: SchemaModel,
  page: Page,
  { modulePath, layout, url }: SeedSourceOptions,
): Promise<SeedSource> {
  if (layout === "kinds") {
    const file = `types/gen/${seedStem(page.gvk.kind)}.ts`;
    const positions = computeSeedPositions(model, findSeedAlias(page)?.definition ?? page.definition);
    return { file, positions, ...(url === undefined ? {} : { url: join(url, file) }) };
  }
  const text = await world.readTypes(modulePath);
  const positions = text === undefined ? undefined : findSourcePositions(text, page.gvk.kind);
  // Without generated sources of this version the only place is the document that the page was made from.
  if (positions === undefined && url === undefined) return { file: page.sourceName };
  return {
    file: `gen/${modulePath}`,
    url: join(url ?? defaultUrl, modulePath),
    ...(positions === undefined ? {} : { positions }),
  };
}

/** Relative to `docs/interfaces/` next to the `src/` of the types package, where the seed's own pages were. */
const defaultUrl = "../../src/gen";

function join(folder: string, file: string): string {
  return `${folder.replace(/\/+$/, "")}/${file}`;
}
