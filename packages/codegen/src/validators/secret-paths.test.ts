import type { Definition, Schema } from "@kubeschema/model";
import { describe, expect, test } from "vitest";
import { secretPathFinder } from "./secret-paths.ts";

const password: Schema = { type: "string", format: "password" };

function object(fields: Readonly<Record<string, Schema>>): Schema {
  return {
    type: "object",
    fields: Object.entries(fields).map(([name, schema]) => ({ name, isRequired: false, schema })),
  };
}

function definitions(...given: readonly (readonly [name: string, schema: Schema, kind?: string])[]): Readonly<
  Record<string, Definition>
> {
  return Object.fromEntries(given.map(([name, schema, kind]) => [
    name,
    { name, schema, gvks: kind === undefined ? [] : [{ group: "", version: "v1", kind }] },
  ]));
}

describe("secretPathFinder()", () => {
  test.each<{ name: string; schema: Schema; want: readonly string[] }>([
    { name: "nothing", schema: object({ a: { type: "string" } }), want: [] },
    { name: "a password", schema: object({ a: object({ b: password }) }), want: ["/a/b"] },
    { name: "passwords in a list", schema: object({ a: { type: "list", items: password } }), want: ["/a/*"] },
    {
      name: "passwords in a map of objects",
      schema: object({ a: { type: "map", values: object({ "b/c": password }) } }),
      want: ["/a/*/b~1c"],
    },
    { name: "a field that is called *", schema: object({ "*": password }), want: ["/~2"] },
    {
      name: "a reference",
      schema: object({ s: { type: "ref", definition: "Secret" } }),
      want: ["/s/data", "/s/stringData"],
    },
    { name: "a definition that comes back to itself", schema: { type: "ref", definition: "Loop" }, want: ["/key"] },
  ])("finds $name", ({ schema, want }) => {
    const loop = object({ key: password, next: { type: "ref", definition: "Loop" } });
    const secret = object({ data: { type: "map", values: { type: "string", format: "byte" } } });
    const all = definitions(["Root", schema], ["Secret", secret, "Secret"], ["Loop", loop]);
    expect(secretPathFinder(all)("Root")).toEqual(want);
  });
});
