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

/** Kinds and definitions of the official documents, counted independently of the reader (with jq). */
const COUNTS: Readonly<Record<string, readonly [definitions: number, kinds: number]>> = {
  "v1.36": [771, 191],
};

describe.each(inputs)("the pinned $version", (input) => {
  test("is read without errors, and gives the same types twice", async () => {
    const { model, diagnostics } = await loadModel(input, cache);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const [definitions, kinds] = COUNTS[input.version] ?? [];
    if (definitions) expect([Object.keys(model.definitions).length, model.kinds.length]).toEqual([definitions, kinds]);
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
    expect([Object.keys(model.definitions).length, model.kinds.length]).toEqual(COUNTS[newest]);
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
