import { openSchemaStore } from "../cli/open-schema-store.ts";
import type { SchemaStore } from "../cli/schema-store.ts";

/** The schemas that `npm run generate` made from the pinned inputs. */
export function openShippedSchemas(): Promise<SchemaStore> {
  return openSchemaStore(new URL("../gen/schemas/", import.meta.url));
}
