import {
  type ClientTypingsFacts,
  type InlinedDefinition,
  type Kind,
  type PackageFacts,
  referencesOf,
  type Schema,
  type SchemaModel,
} from "@kubeschema/model";

/**
 * Takes from an official document the facts that the client's typings leave out.
 *
 * `facts/client-typings-v1.36.json` is this function's result, and a test compares the two.
 */
export function clientTypingsFacts(model: SchemaModel): ClientTypingsFacts {
  const kinds = new Map(model.kinds.map((kind) => [kind.definition, kind]));
  const packages: Record<string, { group: string; version: string; kinds: PackageFacts["kinds"]; others: string[] }> =
    {};
  const inlined: Record<string, { schema: Schema; fields: string[] }> = {};
  for (const { name, schema } of Object.values(model.definitions)) {
    if (schema.type !== "object" || schema.fields.length === 0) {
      inlined[name] = { schema, fields: [] };
      continue;
    }
    const split = name.lastIndexOf(".");
    const [packageName, shortName] = [name.slice(0, split), name.slice(split + 1)];
    const entry = packages[packageName] ?? { group: "", version: "", kinds: {}, others: [] };
    packages[packageName] = entry;
    const kind = kinds.get(name);
    if (kind) {
      entry.group = kind.group;
      entry.version = kind.version;
      entry.kinds = { ...entry.kinds, [shortName]: resourceOf(kind) };
    } else entry.others.push(shortName);
  }
  for (const { name, schema } of Object.values(model.definitions)) {
    if (schema.type !== "object") continue;
    for (const field of schema.fields) {
      for (const target of referencesOf(field.schema)) inlined[target]?.fields.push(`${name}.${field.name}`);
    }
  }
  return { packages, inlined: inlined satisfies Record<string, InlinedDefinition> };
}

function resourceOf({ plural, isNamespaced }: Kind): Pick<Kind, "plural" | "isNamespaced"> {
  return plural === undefined ? {} : { plural, isNamespaced: isNamespaced === true };
}
