import type { Field, JsonValue, Schema } from "../schema-model.ts";
import { compareFacets } from "./compare-facets.ts";
import type { SchemaChange, SchemaChangeCode } from "./schema-change.ts";
import { schemaLabel } from "./schema-label.ts";

/** A definition or a field: a schema with its text. */
interface Shape {
  readonly description?: string;
  readonly schema: Schema;
}

/** Lists the differences between two definitions, or two fields, at one place. */
export function compareShapes(place: string, before: Shape, after: Shape): readonly SchemaChange[] {
  return [
    ...differing("TEXT_CHANGED", place, false, before.description, after.description),
    ...compareSchemaAt(place, before.schema, after.schema),
  ];
}

function compareSchemaAt(place: string, before: Schema, after: Schema): readonly SchemaChange[] {
  const [was, is] = [schemaLabel(before), schemaLabel(after)];
  if (was !== is) return [{ code: "TYPE_CHANGED", place, isBreaking: true, before: was, after: is }];
  return [...compareFacets(place, before, after), ...compareInside(place, before, after)];
}

function compareInside(place: string, before: Schema, after: Schema): readonly SchemaChange[] {
  if (before.type === "object" && after.type === "object") return compareFields(place, before.fields, after.fields);
  if (before.type === "map" && after.type === "map") return compareSchemaAt(`${place}{}`, before.values, after.values);
  if (before.type !== "list" || after.type !== "list") return [];
  return [
    // A list that is merged in another way keeps or loses different items on apply.
    ...differing("LIST_TYPE_CHANGED", place, true, listSemantics(before), listSemantics(after)),
    ...compareSchemaAt(`${place}[]`, before.items, after.items),
  ];
}

function compareFields(place: string, before: readonly Field[], after: readonly Field[]): readonly SchemaChange[] {
  const current = new Map(after.map((field) => [field.name, field]));
  const old = new Map(before.map((field) => [field.name, field]));
  const removed = before.filter(({ name }) => !current.has(name));
  return [
    ...removed.map(({ name, schema }): SchemaChange => ({
      code: "FIELD_REMOVED",
      place: `${place}.${name}`,
      isBreaking: true,
      before: schemaLabel(schema),
    })),
    ...after.flatMap((field): readonly SchemaChange[] => {
      const at = `${place}.${field.name}`;
      const known = old.get(field.name);
      if (known) return compareField(at, known, field);
      return [{ code: "FIELD_ADDED", place: at, isBreaking: field.isRequired, after: schemaLabel(field.schema) }];
    }),
  ];
}

function compareField(place: string, before: Field, after: Field): readonly SchemaChange[] {
  const required: readonly SchemaChange[] = before.isRequired === after.isRequired
    ? []
    : [{ code: after.isRequired ? "REQUIRED_ADDED" : "REQUIRED_REMOVED", place, isBreaking: after.isRequired }];
  return [
    ...required,
    ...differing("PATCH_STRATEGY_CHANGED", place, true, patchSemantics(before), patchSemantics(after)),
    ...compareShapes(place, before, after),
  ];
}

function listSemantics({ listType, mapKeys }: { listType?: string; mapKeys?: readonly string[] }): string | undefined {
  return listType === undefined ? undefined : [listType, ...(mapKeys ?? [])].join(" ");
}

function patchSemantics({ patchStrategy, patchMergeKey }: Field): string | undefined {
  return patchStrategy === undefined ? undefined : [patchStrategy, patchMergeKey ?? ""].join(" ").trim();
}

/** Returns one change where two values differ, and none where they do not. */
export function differing(
  code: SchemaChangeCode,
  place: string,
  isBreaking: boolean,
  before: JsonValue | undefined,
  after: JsonValue | undefined,
): readonly SchemaChange[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  return [{
    code,
    place,
    isBreaking,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  }];
}
