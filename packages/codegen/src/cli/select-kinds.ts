import { formatApiVersion, type Kind, referencesOf, type SchemaModel } from "@kubeschema/model";
import { CommandError } from "@kubeschema/command-kit";

/**
 * Narrows a model to some kinds, their Lists, and the definitions that these need.
 *
 * @param wanted Each is a kind, a group, an `apiVersion`, or `apiVersion/Kind`; an empty list means everything.
 * @throws {CommandError} If one of them matches nothing.
 */
export function selectKinds(model: SchemaModel, wanted: readonly string[]): SchemaModel {
  if (wanted.length === 0) return model;
  const selected = new Set<Kind>();
  for (const name of wanted) {
    const found = model.kinds.filter((kind) => namesOf(kind).includes(name));
    if (found.length === 0) {
      throw new CommandError(`Cannot find the kind, group or apiVersion "${name}": ${whatIsThere(model)}`);
    }
    for (const kind of found) selected.add(kind);
  }
  const definitions = new Set([...selected].map(({ definition }) => definition));
  const kinds = model.kinds.filter((kind) => selected.has(kind) || definitions.has(itemsOf(model, kind) ?? ""));
  const needed = new Set<string>();
  const open = kinds.map(({ definition }) => definition);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const definition = Object.hasOwn(model.definitions, name) ? model.definitions[name] : undefined;
    if (!definition || needed.has(name)) continue;
    needed.add(name);
    open.push(...referencesOf(definition.schema));
  }
  return {
    ...model,
    kinds,
    definitions: Object.fromEntries(Object.entries(model.definitions).filter(([name]) => needed.has(name))),
  };
}

function namesOf(kind: Kind): readonly string[] {
  const apiVersion = formatApiVersion(kind);
  return [kind.kind, kind.group, apiVersion, `${apiVersion}/${kind.kind}`];
}

/** Finds the definition of which a kind is the List. */
function itemsOf(model: SchemaModel, { definition }: Kind): string | undefined {
  const schema = model.definitions[definition]?.schema;
  const items = schema?.type === "object" ? schema.fields.find(({ name }) => name === "items")?.schema : undefined;
  return items?.type === "list" && items.items.type === "ref" ? items.items.definition : undefined;
}

function whatIsThere({ kinds }: SchemaModel): string {
  const names = [...new Set(kinds.filter(({ kind }) => !kind.endsWith("List")).map(({ kind }) => kind))];
  return `there are ${names.slice(0, 12).join(", ")}${names.length > 12 ? ` and ${names.length - 12} more` : ""}`;
}
