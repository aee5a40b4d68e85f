import type { Facets, JsonValue } from "../schema-model.ts";
import type { SchemaChange, SchemaChangeCode } from "./schema-change.ts";

/** Lists the differences in what narrows a schema beyond its type. */
export function compareFacets(place: string, before: Facets, after: Facets): readonly SchemaChange[] {
  const change = (
    code: SchemaChangeCode,
    isBreaking: boolean,
    was: JsonValue | undefined,
    is: JsonValue | undefined,
  ): SchemaChange => ({
    code,
    place,
    isBreaking,
    ...(was === undefined ? {} : { before: was }),
    ...(is === undefined ? {} : { after: is }),
  });
  const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  const constraints = new Set([...Object.keys(before.constraints ?? {}), ...Object.keys(after.constraints ?? {})]);
  return [
    ...compareEnums(before.enum, after.enum).map(([code, was, is]) =>
      change(code, code === "ENUM_VALUE_REMOVED", was, is)
    ),
    ...(isSame(before.default, after.default) ? [] : [change("DEFAULT_CHANGED", true, before.default, after.default)]),
    ...[...constraints].flatMap((name) => {
      const [was, is] = [before.constraints?.[name], after.constraints?.[name]];
      if (isSame(was, is)) return [];
      const named = (value: JsonValue | undefined) => value === undefined ? undefined : { [name]: value };
      return [change("CONSTRAINT_CHANGED", !isLooser(name, was, is), named(was), named(is))];
    }),
    ...compareRules(before, after).map(([was, is]) => change("VALIDATION_CHANGED", is !== undefined, was, is)),
  ];
}

type EnumChange = readonly [
  code: "ENUM_VALUE_ADDED" | "ENUM_VALUE_REMOVED",
  before: JsonValue | undefined,
  after: JsonValue | undefined,
];

function compareEnums(
  before: readonly JsonValue[] | undefined,
  after: readonly JsonValue[] | undefined,
): readonly EnumChange[] {
  // An enum that appears or disappears as a whole is knowledge gained or lost, not a change in what is accepted.
  if (!before || !after) return [];
  const [old, current] = [new Set(before), new Set(after)];
  return [
    ...before.filter((value) => !current.has(value)).map((
      value,
    ): EnumChange => ["ENUM_VALUE_REMOVED", value, undefined]),
    ...after.filter((value) => !old.has(value)).map((value): EnumChange => ["ENUM_VALUE_ADDED", undefined, value]),
  ];
}

function compareRules(before: Facets, after: Facets): readonly (readonly [string | undefined, string | undefined])[] {
  const rules = ({ validations = [] }: Facets): Set<string> => new Set(validations.map(({ rule }) => rule));
  const [old, current] = [rules(before), rules(after)];
  return [
    ...[...old].filter((rule) => !current.has(rule)).map((rule) => [rule, undefined] as const),
    ...[...current].filter((rule) => !old.has(rule)).map((rule) => [undefined, rule] as const),
  ];
}

/** Tells whether every value that met the constraint before still meets it. */
function isLooser(name: string, before: JsonValue | undefined, after: JsonValue | undefined): boolean {
  if (after === undefined) return true;
  if (typeof before !== "number" || typeof after !== "number") return false;
  if (name.startsWith("max")) return after > before;
  return name.startsWith("min") && after < before;
}
