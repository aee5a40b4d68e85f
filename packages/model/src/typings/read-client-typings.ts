import type { Diagnostic } from "../diagnostic.ts";
import { buildModel } from "../build-model.ts";
import type { ReadOptions, ReadResult } from "../read-result.ts";
import type { Resource } from "../openapi/read-resources.ts";
import type { Definition, Field, Kind, Schema } from "../schema-model.ts";
import type { ClientTypingsFacts } from "./client-typings-facts.ts";
import { parseTypingsClass } from "./typings-class.ts";

/**
 * Reads the typings of the official client `@kubernetes/client-node`, for machines that can reach only npm.
 *
 * All definitions, fields, types and required marks are present, and most descriptions. List types, list-map keys,
 * patch strategies and the texts next to a `$ref` are not: one diagnostic says so.
 *
 * @param files Texts of `dist/gen/models` by file name: `V1Ingress.d.ts`, `V1Ingress.js`, ...
 * @param facts The names that the typings leave out, for the same Kubernetes version.
 * @throws {SyntaxError} If a class is missing or does not have the form that the client's generator gives it.
 */
export function readClientTypings(
  files: ReadonlyMap<string, string>,
  facts: ClientTypingsFacts,
  options: ReadOptions,
): ReadResult {
  const { kubernetesVersion, name, sha256 } = options;
  const classes = classNames(files, facts);
  const inlined = new Map(
    Object.entries(facts.inlined).flatMap(([definition, { fields }]) => fields.map((field) => [field, definition])),
  );
  const definitions: Definition[] = Object.entries(facts.inlined).map(([definition, { schema }]) => ({
    name: definition,
    gvks: [],
    schema,
  }));
  const kinds: Kind[] = [];
  const known = new Map(classes.map(({ className, definition }) => [className, definition]));
  for (const { definition, className, kind } of classes) {
    if (kind) kinds.push(kind);
    const { description, attributes } = parseTypingsClass(
      className,
      files.get(`${className}.d.ts`) ?? "",
      files.get(`${className}.js`) ?? "",
    );

    const fields = attributes.map((attribute): Field => {
      const leaf = inlined.get(`${definition}.${attribute.name}`);
      return {
        name: attribute.name,
        ...(attribute.description === undefined ? {} : { description: attribute.description }),
        isRequired: attribute.isRequired,
        schema: readType(attribute.type, attribute.format, known, leaf),
      };
    });
    definitions.push({
      name: definition,
      ...(description === undefined ? {} : { description }),
      gvks: kind ? [{ group: kind.group, version: kind.version, kind: kind.kind }] : [],
      schema: { type: "object", fields },
    });
  }
  const resources = new Map(kinds.map((kind) => [`${kind.group}/${kind.version}/${kind.kind}`, resourceOf(kind)]));
  const head = { kubernetesVersion, source: { format: "client-typings", name, sha256 } } as const;
  return { model: buildModel(head, definitions, resources), diagnostics: [losses] };
}

function resourceOf({ plural, isNamespaced }: Kind): Resource {
  return plural === undefined ? {} : { plural, isNamespaced: isNamespaced === true };
}

const losses: Diagnostic = {
  code: "TYPINGS_INCOMPLETE",
  severity: "info",
  place: "",
  message: "The client's typings have no list types, list-map keys, patch strategies or texts next to a $ref",
};

interface ClassEntry {
  readonly definition: string;
  readonly className: string;
  readonly kind: Kind | undefined;
}

/** Finds the class of every definition: `V1Ingress`, or `CoreV1Event` where two groups share the name. */
function classNames(files: ReadonlyMap<string, string>, { packages }: ClientTypingsFacts): readonly ClassEntry[] {
  return Object.entries(packages).flatMap(([packageName, { group, version, kinds, others }]) => {
    const [apiVersion = "", apiGroup = ""] = packageName.split(".").reverse();
    return [...Object.keys(kinds), ...others].map((name): ClassEntry => {
      const short = capitalize(apiVersion) + name;
      const className = [capitalize(apiGroup) + short, short, name].find((candidate) => files.has(`${candidate}.js`));
      const definition = `${packageName}.${name}`;
      if (!className) throw new SyntaxError(`Cannot find a class for "${definition}": expected ${short}.js`);
      const resource = kinds[name];
      return { definition, className, kind: resource && { group, version, kind: name, definition, ...resource } };
    });
  });
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function readType(
  type: string,
  format: string,
  classes: ReadonlyMap<string, string>,
  inlined: string | undefined,
): Schema {
  const item = /^Array<(.*)>$/.exec(type)?.[1];
  if (item !== undefined) return { type: "list", items: readType(item, format, classes, inlined) };
  const value = /^\{ \[key: string\]: (.*); \}$/.exec(type)?.[1];
  if (value !== undefined) return { type: "map", values: readType(value, format, classes, inlined) };
  if (inlined !== undefined) return { type: "ref", definition: inlined };
  const definition = classes.get(type);
  if (definition !== undefined) return { type: "ref", definition };
  const withFormat = format === "" ? {} : { format };
  switch (type) {
    case "string":
      return { type: "string", ...withFormat };
    case "boolean":
      return { type: "boolean" };
    case "number":
      return format === "double" ? { type: "number", format } : { type: "integer", ...withFormat };
    case "object":
      return { type: "object", fields: [] };
    case "any":
      return { type: "any" };
    default:
      throw new SyntaxError(`Cannot read the type "${type}" of the client's typings`);
  }
}
