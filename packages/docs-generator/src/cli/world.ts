import type { World } from "@kubeschema/command-kit";
import type { SchemaStore } from "./schema-store.ts";

/** The parts of its own package that the command reads. */
export interface DocsSources {
  /** Opens the built-in schemas; called only when one is needed. */
  readonly openSchemas: () => Promise<SchemaStore>;
  /** Reads MiniSearch as one script that sets a global, with its licence. */
  readonly readMiniSearch: () => Promise<string>;
  /** Reads the text of a generated module such as `networking.k8s.io/v1.ts`; undefined where there is none. */
  readonly readTypes: (path: string) => Promise<string | undefined>;
}

/** Everything outside itself that the command touches. */
export type DocsWorld = World & DocsSources;
