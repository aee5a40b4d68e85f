import { type Definition, referencesOf, type Schema } from "@kubeschema/model";

/**
 * Lists what the API server checks and the validator of a custom kind does not: CEL rules, and what could not be
 * converted.
 *
 * @param root The definition of the kind.
 * @param unchecked The parts that could not be converted, by definition.
 */
export function leftToServer(
  root: string,
  definitions: Readonly<Record<string, Definition>>,
  unchecked: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const seen = new Set<string>();
  const open = [root];
  const notes: string[] = [];
  let ruleCount = 0;
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const schema = definitions[name]?.schema;
    if (!schema || seen.has(name)) continue;
    seen.add(name);
    ruleCount += countRules(schema);
    notes.push(...unchecked.get(name) ?? []);
    open.push(...referencesOf(schema));
  }
  const rules = `${ruleCount} CEL rule${ruleCount === 1 ? "" : "s"} (x-kubernetes-validations)`;
  return [
    ...(ruleCount > 0 ? [rules] : []),
    ...[...new Set(notes)].sort(),
    "the rules of metadata, such as the form of names and labels",
  ];
}

/** Counts the CEL rules in a schema; those of definitions that it refers to do not count. */
export function countRules(schema: Schema): number {
  const own = schema.validations?.length ?? 0;
  switch (schema.type) {
    case "object":
      return schema.fields.reduce((sum, field) => sum + countRules(field.schema), own);
    case "list":
      return own + countRules(schema.items);
    case "map":
      return own + countRules(schema.values);
    default:
      return own;
  }
}
