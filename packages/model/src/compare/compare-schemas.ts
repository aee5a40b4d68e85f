import { formatApiVersion } from "../api-version.ts";
import { compareText } from "../compare-text.ts";
import type { Kind, SchemaModel } from "../schema-model.ts";
import { compareShapes } from "./compare-shapes.ts";
import type { SchemaChange } from "./schema-change.ts";

/**
 * Lists the differences between two schemas: kinds, definitions and fields that were added or removed, and fields whose
 * type, required mark, enum, default, constraints, rules, list semantics, patch strategy or text changed.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { compareSchemas, readOpenApiV2 } from "@kubeschema/model";
 * const read = (properties: unknown) =>
 *   readOpenApiV2({ swagger: "2.0", definitions: { "a.v1.B": { type: "object", properties } } }, {
 *     kubernetesVersion: "v1.36",
 *     name: "example",
 *     sha256: "",
 *   }).model;
 * assert.deepEqual(compareSchemas(read({ a: { type: "string" } }), read({})), [
 *   { code: "FIELD_REMOVED", place: "a.v1.B.a", isBreaking: true, before: "string" },
 * ]);
 * ```
 * @returns Ordered by place, then code: the same two schemas give the same list.
 */
export function compareSchemas(before: SchemaModel, after: SchemaModel): readonly SchemaChange[] {
  const changes = [...compareKindLists(before.kinds, after.kinds), ...compareDefinitions(before, after)];
  return changes.sort((a, b) => compareText(a.place, b.place) || compareText(a.code, b.code));
}

function compareKindLists(before: readonly Kind[], after: readonly Kind[]): readonly SchemaChange[] {
  const byPlace = (kinds: readonly Kind[]): Map<string, Kind> =>
    new Map(kinds.map((kind) => [`${formatApiVersion(kind)}/${kind.kind}`, kind]));
  const [old, current] = [byPlace(before), byPlace(after)];
  const removed = [...old.keys()].filter((place) => !current.has(place));
  return [
    ...removed.map((place): SchemaChange => ({ code: "KIND_REMOVED", place, isBreaking: true })),
    ...[...current].flatMap(([place, kind]): SchemaChange[] => {
      const known = old.get(place);
      if (!known) return [{ code: "KIND_ADDED", place, isBreaking: false }];
      const { deprecated, replacement } = kind.lifecycle ?? {};
      if (deprecated === undefined || known.lifecycle?.deprecated !== undefined) return [];
      return [{ code: "KIND_DEPRECATED", place, isBreaking: false, after: replacement ?? deprecated }];
    }),
  ];
}

function compareDefinitions(before: SchemaModel, after: SchemaModel): readonly SchemaChange[] {
  const removed = Object.keys(before.definitions).filter((place) => !Object.hasOwn(after.definitions, place));
  return [
    ...removed.map((place): SchemaChange => ({ code: "DEFINITION_REMOVED", place, isBreaking: true })),
    ...Object.values(after.definitions).flatMap((definition): readonly SchemaChange[] => {
      const place = definition.name;
      const known = Object.hasOwn(before.definitions, place) ? before.definitions[place] : undefined;
      if (!known) return [{ code: "DEFINITION_ADDED", place, isBreaking: false }];
      return compareShapes(place, known, definition);
    }),
  ];
}
