import { createTestWorld, type TestWorld, type TestWorldOptions } from "@kubeschema/command-kit/testing";
import { main } from "../cli/main.ts";
import { readMiniSearch } from "../cli/read-mini-search.ts";
import type { SchemaStore } from "../cli/schema-store.ts";
import type { DocsSources, DocsWorld } from "../cli/world.ts";

/** How a run ended, and what it wrote. */
export interface DocsRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** What a test puts in the place of the real world. */
export interface DocsRunOptions extends TestWorldOptions, Partial<DocsSources> {
  /** Sees the world before the command runs, to interrupt it or to read what it writes on the way. */
  readonly onWorld?: (world: TestWorld) => void;
}

/** Runs the command in this process, on some schemas. */
export async function runDocs(
  args: readonly string[],
  store: SchemaStore,
  { openSchemas, readTypes, readMiniSearch: readScript, onWorld, ...options }: DocsRunOptions = {},
): Promise<DocsRun> {
  const world = createTestWorld(args, options);
  const sources: DocsSources = {
    openSchemas: openSchemas ?? (() => Promise.resolve(store)),
    readTypes: readTypes ?? (() => Promise.resolve(undefined)),
    readMiniSearch: readScript ?? readMiniSearch,
  };
  const docsWorld: DocsWorld = { ...world, ...sources };
  onWorld?.(world);
  const code = await main(docsWorld);
  return { code, out: world.written.stdout, err: world.written.stderr };
}
