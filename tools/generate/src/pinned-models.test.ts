import { emitTypes } from "@kubeschema/codegen";
import type { Schema, SchemaModel } from "@kubeschema/model";
import { describe, expect, test } from "vitest";
import { cacheFolder } from "./cache-folder.ts";
import { clientTypingsFacts } from "./client-typings-facts.ts";
import { InputCache } from "./input-cache.ts";
import { loadModel, readInput, readTypingsFacts } from "./load-model.ts";
import { readPinnedInputs } from "./pinned-input.ts";
import { InputResolver } from "./resolve-input.ts";
import { readResolvedInputs } from "./resolved-inputs.ts";

const cache = new InputCache(cacheFolder(process.env));
const { inputs, default: newest } = readResolvedInputs();

/** What the official documents hold, counted independently of the reader. */
const COUNTS: Readonly<Record<string, { definitions: number; kinds: number; fields: number }>> = {
  "v1.36": { definitions: 771, kinds: 191, fields: 3137 },
  "v1.35": { definitions: 735, kinds: 181, fields: 3002 },
  "v1.33": { definitions: 707, kinds: 177, fields: 2868 },
  "v1.32": { definitions: 638, kinds: 160, fields: 2601 },
  "v1.30": { definitions: 626, kinds: 158, fields: 2555 },
  "v1.28": { definitions: 570, kinds: 144, fields: 2363 },
  "v1.13": { definitions: 891, kinds: 171, fields: 2455 },
  "v1.12": { definitions: 871, kinds: 167, fields: 2387 },
};

function count(model: SchemaModel): { definitions: number; kinds: number; fields: number } {
  const definitions = Object.values(model.definitions);
  const fields = definitions.reduce(
    (sum, { schema }) => sum + (schema.type === "object" ? schema.fields.length : 0),
    0,
  );
  return { definitions: definitions.length, kinds: model.kinds.length, fields };
}

describe.each(inputs)("the pinned $version", (input) => {
  test("is read without errors, and gives the same types twice", async () => {
    const { model, diagnostics } = await loadModel(input, cache);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(count(model)).toEqual(COUNTS[input.version]);
    const again = await loadModel(input, cache);
    expect(emitTypes(model)).toEqual(emitTypes(again.model));
    if (input.version === newest) expect(diagnostics.filter(({ code }) => code === "FACT_UNUSED")).toEqual([]);
  });
});

describe("the npm fallback", () => {
  const typings = async (): Promise<SchemaModel> => {
    const { npm } = readPinnedInputs().versions[newest] ?? {};
    if (!npm) throw new RangeError(`${newest} has no npm fallback`);
    const pinned = { name: newest, sha256: "0".repeat(64), npm };
    const scratch = new InputResolver({ cache, env: {}, fetch: () => Promise.reject(new TypeError("offline")) });
    const found = await scratch.resolve("typings", pinned);
    if (!("file" in found)) throw new RangeError(found.reasons.join("; "));
    return (await readInput({ ...found, version: newest }, cache)).model;
  };

  test("has all definitions, fields, types, required marks and kinds of the official document", async () => {
    const model = await typings();
    expect(count(model)).toEqual(COUNTS[newest]);
    const official = inputs.find(({ version, format }) => version === newest && format === "openapi-v2");
    if (!official) return;
    const { model: document } = await readInput(official, cache);
    expect(model.kinds).toEqual(document.kinds);
    expect(shapes(model)).toEqual(shapes(document));
    expect(clientTypingsFacts(document)).toEqual(readTypingsFacts(newest));
  });
});

function shapes(model: SchemaModel): Record<string, unknown> {
  return Object.fromEntries(Object.values(model.definitions).map(({ name, schema }) => [name, shape(schema)]));
}

/** A schema without what the typings are known to lack. */
function shape(schema: Schema): unknown {
  switch (schema.type) {
    case "object": {
      const fields = schema.fields.map((field) => [field.name, [field.isRequired, shape(field.schema)]]);
      return Object.fromEntries(fields);
    }
    case "list":
      return [shape(schema.items)];
    case "map":
      return { "*": shape(schema.values) };
    default:
      return schema;
  }
}
