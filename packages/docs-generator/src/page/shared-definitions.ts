import type { Definition, Schema, SchemaModel } from "@kubeschema/model";

/** Finds the definitions that a page links to rather than inlines. */
export class SharedDefinitions {
  readonly #model: SchemaModel;
  #kindCounts: ReadonlyMap<string, number> | undefined;

  constructor(model: SchemaModel) {
    this.#model = model;
  }

  /**
   * A definition is shared if it is one of the API machinery's (ObjectMeta, LabelSelector, Quantity, ...), or if it
   * lives outside the package of the page's kind and more than one kind uses it.
   */
  isShared(definition: string, pageDefinition: string): boolean {
    if (isApiMachinery(definition)) return true;
    if (packageOf(definition) === packageOf(pageDefinition)) return false;
    this.#kindCounts ??= countKinds(this.#model);
    return (this.#kindCounts.get(definition) ?? 0) > 1;
  }
}

/** The part of the name before the type: `io.k8s.api.networking.v1`. */
export function packageOf(definition: string): string {
  return definition.slice(0, Math.max(0, definition.lastIndexOf(".")));
}

function isApiMachinery(definition: string): boolean {
  return definition.startsWith("io.k8s.apimachinery.");
}

function countKinds(model: SchemaModel): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const lists = new Set(model.kinds.filter(({ kind }) => kind.endsWith("List")).map(({ definition }) => definition));
  for (const root of new Set(model.kinds.map(({ definition }) => definition))) {
    // A List uses nothing that its items do not use.
    if (lists.has(root)) continue;
    for (const name of reachableFrom(model, root)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

function reachableFrom(model: SchemaModel, root: string): ReadonlySet<string> {
  const seen = new Set([root]);
  for (const name of seen) {
    const definition: Definition | undefined = model.definitions[name];
    // A Set's iteration also visits what is added on the way.
    if (definition) { for (const next of referencesOf(definition.schema)) seen.add(next); }
  }
  return seen;
}

function referencesOf(schema: Schema): readonly string[] {
  switch (schema.type) {
    case "ref":
      return [schema.definition];
    case "list":
      return referencesOf(schema.items);
    case "map":
      return referencesOf(schema.values);
    case "object":
      return schema.fields.flatMap((field) => referencesOf(field.schema));
    default:
      return [];
  }
}
