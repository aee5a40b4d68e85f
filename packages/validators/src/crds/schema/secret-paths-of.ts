import { escapeStep, type SecretPaths } from "../../runtime/secret-paths.ts";
import type { Schema } from "./schema.ts";

const known = new WeakMap<Schema, SecretPaths>();

/** Finds the places whose values must not be shown: those that a schema marks with `format: password`. */
export function secretPathsOf(schema: Schema): SecretPaths {
  let paths = known.get(schema);
  if (paths === undefined) {
    paths = [...new Set(find(schema))];
    known.set(schema, paths);
  }
  return paths;
}

function find({ format, properties, items, additional, allOf, anyOf, oneOf, not }: Schema): readonly string[] {
  const under = (step: string, part: Schema | undefined): readonly string[] =>
    part === undefined ? [] : secretPathsOf(part).map((path) => `/${step}${path}`);
  return [
    ...(format === "password" ? [""] : []),
    ...[...properties].flatMap(([name, part]) => under(escapeStep(name), part)),
    ...under("*", items),
    ...under("*", additional),
    ...[...allOf, ...anyOf, ...oneOf, ...(not === undefined ? [] : [not])].flatMap(secretPathsOf),
  ];
}
