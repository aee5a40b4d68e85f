import { describe, expect, test } from "vitest";
import { readOpenApiV2 } from "../openapi/read-openapi-v2.ts";
import type { SchemaModel } from "../schema-model.ts";
import { compareSchemas } from "./compare-schemas.ts";

function model(definitions: Record<string, unknown>): SchemaModel {
  const options = { kubernetesVersion: "v1.36", name: "", sha256: "" };
  return readOpenApiV2({ swagger: "2.0", definitions }, options).model;
}

/** Compares two definitions with one field each, which is all that most cases need. */
function compareField(before: unknown, after: unknown, required: { before?: string[]; after?: string[] } = {}) {
  const [old, current] = [[before, required.before], [after, required.after]].map(([field, names]) =>
    model({ D: { type: "object", required: names ?? [], properties: field === undefined ? {} : { f: field } } })
  );
  if (!old || !current) throw new RangeError("two models");
  return compareSchemas(old, current);
}

const string = { type: "string" };

describe("compareSchemas()", () => {
  test.each([
    { name: "nothing", before: string, after: string, want: [] },
    {
      name: "a field that was added",
      before: undefined,
      after: string,
      want: [{ code: "FIELD_ADDED", place: "D.f", isBreaking: false, after: "string" }],
    },
    {
      name: "a field that was removed",
      before: { type: "array", items: string },
      after: undefined,
      want: [{ code: "FIELD_REMOVED", place: "D.f", isBreaking: true, before: "[]string" }],
    },
    {
      name: "another type",
      before: { type: "integer", format: "int32" },
      after: { type: "object", additionalProperties: { type: "integer", format: "int64" } },
      want: [{ code: "TYPE_CHANGED", place: "D.f", isBreaking: true, before: "int32", after: "map[string]int64" }],
    },
    {
      name: "another text",
      before: { ...string, description: "a" },
      after: { ...string, description: "b" },
      want: [{ code: "TEXT_CHANGED", place: "D.f", isBreaking: false, before: "a", after: "b" }],
    },
    {
      name: "enum values",
      before: { ...string, enum: ["A", "B"] },
      after: { ...string, enum: ["B", "C"] },
      want: [
        { code: "ENUM_VALUE_ADDED", place: "D.f", isBreaking: false, after: "C" },
        { code: "ENUM_VALUE_REMOVED", place: "D.f", isBreaking: true, before: "A" },
      ],
    },
    { name: "an enum that became known", before: string, after: { ...string, enum: ["A"] }, want: [] },
    {
      name: "a default",
      before: { ...string, default: "a" },
      after: { ...string, default: "b" },
      want: [{ code: "DEFAULT_CHANGED", place: "D.f", isBreaking: true, before: "a", after: "b" }],
    },
    {
      name: "a tighter and a looser constraint",
      before: { ...string, maxLength: 9, minLength: 3 },
      after: { ...string, maxLength: 8, minLength: 2 },
      want: [
        {
          code: "CONSTRAINT_CHANGED",
          place: "D.f",
          isBreaking: true,
          before: { maxLength: 9 },
          after: { maxLength: 8 },
        },
        {
          code: "CONSTRAINT_CHANGED",
          place: "D.f",
          isBreaking: false,
          before: { minLength: 3 },
          after: { minLength: 2 },
        },
      ],
    },
    {
      name: "a CEL rule",
      before: { ...string, "x-kubernetes-validations": [{ rule: "a" }] },
      after: { ...string, "x-kubernetes-validations": [{ rule: "b" }] },
      want: [
        { code: "VALIDATION_CHANGED", place: "D.f", isBreaking: false, before: "a" },
        { code: "VALIDATION_CHANGED", place: "D.f", isBreaking: true, after: "b" },
      ],
    },
    {
      name: "list semantics",
      before: { type: "array", items: string, "x-kubernetes-list-type": "atomic" },
      after: {
        type: "array",
        items: string,
        "x-kubernetes-list-type": "map",
        "x-kubernetes-list-map-keys": ["a", "b"],
      },
      want: [{ code: "LIST_TYPE_CHANGED", place: "D.f", isBreaking: true, before: "atomic", after: "map a b" }],
    },
    {
      name: "a patch strategy",
      before: { type: "array", items: string },
      after: {
        type: "array",
        items: string,
        "x-kubernetes-patch-strategy": "merge",
        "x-kubernetes-patch-merge-key": "k",
      },
      want: [{ code: "PATCH_STRATEGY_CHANGED", place: "D.f", isBreaking: true, after: "merge k" }],
    },
    {
      name: "items and values",
      before: { type: "array", items: { type: "object", additionalProperties: { ...string, enum: ["A"] } } },
      after: { type: "array", items: { type: "object", additionalProperties: { ...string, enum: ["A", "B"] } } },
      want: [{ code: "ENUM_VALUE_ADDED", place: "D.f[]{}", isBreaking: false, after: "B" }],
    },
  ])("sees $name", ({ before, after, want }) => {
    expect(compareField(before, after)).toEqual(want);
  });

  test("treats a new required field as breaking, and a new optional one as compatible", () => {
    expect(compareField(string, string, { after: ["f"] })).toMatchObject([{
      code: "REQUIRED_ADDED",
      isBreaking: true,
    }]);
    expect(compareField(string, string, { before: ["f"] })).toMatchObject([{
      code: "REQUIRED_REMOVED",
      isBreaking: false,
    }]);
    expect(compareField(undefined, string, { after: ["f"] })).toMatchObject([{
      code: "FIELD_ADDED",
      isBreaking: true,
    }]);
  });

  test("lists kinds and definitions that were added, removed or deprecated", () => {
    const kind = (name: string) => ({
      [`e.v1.${name}`]: { ...string, "x-kubernetes-group-version-kind": [{ group: "e", version: "v1", kind: name }] },
    });
    const before = model({ ...kind("A"), ...kind("C") });
    const { kinds, ...after } = model({ ...kind("B"), ...kind("C") });
    const deprecated = kinds.map((entry) =>
      entry.kind === "C" ? { ...entry, lifecycle: { deprecated: "1.36" } } : entry
    );
    expect(compareSchemas(before, { ...after, kinds: deprecated })).toEqual([
      { code: "KIND_REMOVED", place: "e/v1/A", isBreaking: true },
      { code: "KIND_ADDED", place: "e/v1/B", isBreaking: false },
      { code: "KIND_DEPRECATED", place: "e/v1/C", isBreaking: false, after: "1.36" },
      { code: "DEFINITION_REMOVED", place: "e.v1.A", isBreaking: true },
      { code: "DEFINITION_ADDED", place: "e.v1.B", isBreaking: false },
    ].sort((a, b) => (a.place < b.place ? -1 : 1)));
  });
});
