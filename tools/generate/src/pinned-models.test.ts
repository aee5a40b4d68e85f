import { existsSync } from "node:fs";
import { emitTypes } from "@kubeschema/codegen";
import type { Schema, SchemaModel } from "@kubeschema/model";
import { describe, expect, test } from "vitest";
import { cacheFolder } from "./cache-folder.ts";
import { clientTypingsFacts } from "./client-typings-facts.ts";
import { InputCache } from "./input-cache.ts";
import { loadModel, readInput, readTypingsFacts } from "./load-model.ts";
import { type DocumentCounts, readPinnedInputs } from "./pinned-input.ts";
import { InputResolver } from "./resolve-input.ts";
import { readResolvedInputs } from "./resolved-inputs.ts";

const cache = new InputCache(cacheFolder(process.env));
const { inputs } = readResolvedInputs();
const pinned = readPinnedInputs().versions;

/** Facts that are written for a version fit all of it; those of another need not. */
function factsOf(version: string): URL {
  return new URL(`../facts/kubernetes-${version}.json`, import.meta.url);
}

function count(model: SchemaModel): DocumentCounts {
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
    expect(count(model)).toEqual(pinned[input.version]?.contains);
    const again = await loadModel(input, cache);
    expect(emitTypes(model)).toEqual(emitTypes(again.model));
    if (existsSync(factsOf(input.version))) {
      expect(diagnostics.filter(({ code }) => code === "FACT_UNUSED")).toEqual([]);
    }
  });
});

const withTypings = Object.entries(pinned).flatMap(([version, { npm, contains }]) =>
  npm?.typings === undefined ? [] : [{ version, npm, contains }]
);

describe.each(withTypings)("the npm fallback of $version", ({ version, npm, contains }) => {
  const typings = async (): Promise<SchemaModel> => {
    const input = { name: version, sha256: "0".repeat(64), npm };
    const scratch = new InputResolver({ cache, env: {}, fetch: () => Promise.reject(new TypeError("offline")) });
    const found = await scratch.resolve("typings", input);
    if (!("file" in found)) throw new RangeError(found.reasons.join("; "));
    return (await readInput({ ...found, version }, cache)).model;
  };

  test("has all definitions, fields, types, required marks and kinds of the official document", async () => {
    const model = await typings();
    expect(count(model)).toEqual(contains);
    const official = inputs.find((input) => input.version === version && input.format === "openapi-v2");
    if (!official) return;
    const { model: document } = await readInput(official, cache);
    expect(model.kinds).toEqual(document.kinds);
    expect(shapes(model)).toEqual(shapes(document));
    expect(clientTypingsFacts(document)).toEqual(readTypingsFacts(version));
  });
});

test("a version is pinned for builds that can only use npm", () => {
  expect(withTypings).not.toEqual([]);
});

function shapes(model: SchemaModel): Record<string, unknown> {
  return Object.fromEntries(Object.values(model.definitions).map(({ name, schema }) => [name, shape(schema)]));
}

/** Removes from a schema what the typings are known to lack. */
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
