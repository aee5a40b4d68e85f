import type { Definition, Schema } from "@kubeschema/model";

/**
 * Makes a function that lists the places in the objects of a definition whose values must not be shown: the data of a
 * Secret, and what a CustomResourceDefinition marks with `format: password`. Each is a pointer with `*` for any item of a
 * list or key of a map, `/spec/passwords/*`, as the runtime reads it.
 */
export function secretPathFinder(
  definitions: Readonly<Record<string, Definition>>,
): (definition: string) => readonly string[] {
  const answers = new Map<string, readonly string[]>();

  function pathsIn(name: string): readonly string[] {
    const known = answers.get(name);
    if (known !== undefined) return known;
    // A definition that comes back to itself holds no more secrets for that.
    answers.set(name, []);
    const definition = Object.hasOwn(definitions, name) ? definitions[name] : undefined;
    const paths = definition === undefined
      ? []
      : definition.gvks.some(({ group, version, kind }) => group === "" && version === "v1" && kind === "Secret")
      ? ["/data", "/stringData"]
      : [...new Set(pathsOf(definition.schema))];
    answers.set(name, paths);
    return paths;
  }

  function pathsOf(schema: Schema): readonly string[] {
    switch (schema.type) {
      case "object":
        return schema.fields.flatMap(({ name, schema: inner }) => under(escapeStep(name), inner));
      case "map":
        return under("*", schema.values);
      case "list":
        return under("*", schema.items);
      case "ref":
        return pathsIn(schema.definition);
      case "string":
        return schema.format === "password" ? [""] : [];
      default:
        return [];
    }
  }

  function under(step: string, schema: Schema): readonly string[] {
    return pathsOf(schema).map((path) => `/${step}${path}`);
  }

  return pathsIn;
}

// As the validators' runtime reads it: a field called "*" is not any field.
function escapeStep(step: string): string {
  return step === "*" ? "~2" : step.replaceAll("~", "~0").replaceAll("/", "~1");
}
