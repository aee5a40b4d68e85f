import type { World } from "@kubeschema/command-kit";
import type { SchemaStore } from "./schema-store.ts";

/** What the command reads that is part of its own package. */
export interface DocsSources {
  /** Opens the built-in schemas; called only when one is needed. */
  readonly openSchemas: () => Promise<SchemaStore>;
  /** MiniSearch as one script that sets a global, with its licence. */
  readonly readMiniSearch: () => Promise<string>;
  /** The text of a generated module such as `networking.k8s.io/v1.ts`; undefined where there is none. */
  readonly readTypes: (path: string) => Promise<string | undefined>;
}

/** All that the command touches outside of itself. */
export type DocsWorld = World & DocsSources;
