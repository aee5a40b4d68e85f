import { buildModel } from "../build-model.ts";
import { isJsonObject } from "../json-object.ts";
import type { Resource } from "../openapi/read-resources.ts";
import type { ReadOptions, ReadResult } from "../read-result.ts";
import type { Definition, Field, GroupVersionKind, JsonValue, Schema } from "../schema-model.ts";
import { SchemaReader } from "../schema/schema-reader.ts";
import { checkCrd, type Crd } from "./check-crd.ts";
import { CrdSyntaxError } from "./crd-syntax-error.ts";
import { ObjectHoister } from "./hoist-objects.ts";

/** Options of {@linkcode readCrds}. */
export interface ReadCrdsOptions extends ReadOptions {
  /** The source of each document, for messages; where there is none, the name of the whole is used. */
  readonly documentNames?: readonly string[];
}

/** Names of Kubernetes' own definitions that a model of custom kinds refers to but does not contain. */
const metaPackage = "io.k8s.apimachinery.pkg.apis.meta.v1";

/**
 * Reads CustomResourceDefinitions (`apiextensions.k8s.io/v1`): every served version of each is a kind with its List.
 *
 * Nested objects become definitions of their own. `metadata` refers to Kubernetes' ObjectMeta and ListMeta, which the
 * model does not contain: merge it with the model of a Kubernetes version to get them.
 *
 * @see {@link https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/}
 * @param documents Decoded objects; the items of a `List` are read, and other kinds are skipped with a diagnostic.
 * @throws {CrdSyntaxError} If a CustomResourceDefinition lacks a required part, or has the removed v1beta1 form.
 */
export function readCrds(documents: readonly unknown[], options: ReadCrdsOptions): ReadResult {
  const reader = new SchemaReader({ refPrefix: "#/", names: new Set() });
  const resources = new Map<string, Resource>();
  const crds = documents.flatMap((document, index) =>
    listItems(document).flatMap((item): Crd[] => {
      const crd = checkCrd(item, options.documentNames?.[index] ?? options.name);
      if (!("code" in crd)) return [crd];
      reader.diagnostics.push(crd);
      return [];
    })
  );
  refuseRepeated(crds);
  const hoister = new ObjectHoister(
    crds.flatMap(({ versions, ...crd }) =>
      versions.flatMap((
        { name },
      ) => [definitionName({ ...crd, version: name }), definitionName({ ...crd, version: name, kind: crd.listKind })])
    ),
  );
  for (const crd of crds) {
    for (const version of crd.versions) {
      const gvk = { group: crd.group, version: version.name, kind: crd.kind };
      resources.set(`${gvk.group}/${gvk.version}/${gvk.kind}`, { plural: crd.plural, isNamespaced: crd.isNamespaced });
      const place = `${crd.plural}.${crd.group}.${version.name}`;
      const schema = withObjectFields(reader.readSchema(version.schema, place), version.schema.properties);
      const description = typeof version.schema.description === "string"
        ? { description: version.schema.description }
        : {};
      const name = definitionName(gvk);
      hoister.add({ name, ...description, gvks: [gvk], schema });
      hoister.add(listDefinition({ ...gvk, kind: crd.listKind }, name));
    }
  }
  const { kubernetesVersion, name, sha256 } = options;
  const head = { kubernetesVersion, source: { format: "crd", name, sha256 } } as const;
  return { model: buildModel(head, hoister.definitions, resources), diagnostics: reader.diagnostics };
}

/** The name under which the API server publishes a custom kind: `io.example.v1.Shop` for Shop of `example.io/v1`. */
function definitionName({ group, version, kind }: GroupVersionKind): string {
  return [...group.split(".").reverse(), version, kind].join(".");
}

function listItems(document: unknown): readonly unknown[] {
  const isList = isJsonObject(document) && typeof document.kind === "string" && document.kind.endsWith("List");
  return isList && Array.isArray(document.items) ? document.items.flatMap(listItems) : [document];
}

/**
 * Refuses two definitions of one resource, such as two releases of it in one folder: it is unclear which one is meant.
 */
function refuseRepeated(crds: readonly Crd[]): void {
  const seen = new Map<string, Crd>();
  for (const crd of crds) {
    const name = `${crd.plural}.${crd.group}`;
    const first = seen.get(name);
    if (first) {
      throw new CrdSyntaxError(
        `Cannot read CustomResourceDefinition "${name}" of "${crd.source}": "${first.source}" defines it too`,
      );
    }
    seen.set(name, crd);
  }
}

/** The API server adds apiVersion, kind and metadata to every custom kind, whether its schema names them or not. */
function withObjectFields(schema: Schema, properties: unknown): Schema {
  if (schema.type !== "object") return schema;
  const metadata = isJsonObject(properties) ? properties.metadata : undefined;
  const written = new Map(schema.fields.map((field) => [field.name, field]));
  const own: readonly Field[] = [
    { name: "apiVersion", isRequired: false, schema: { type: "string" } },
    { name: "kind", isRequired: false, schema: { type: "string" } },
    { name: "metadata", isRequired: false, schema: { type: "ref", definition: `${metaPackage}.ObjectMeta` } },
  ];
  const head = own.map((field): Field => {
    const given = written.get(field.name);
    if (!given) return field;
    // A schema may narrow metadata.name; the type of metadata is still ObjectMeta.
    const narrowed = field.name === "metadata" && isJsonObject(metadata) ? metadata.properties : undefined;
    // The schema is decoded JSON, so this is a JSON value.
    const extensions = narrowed === undefined ? {} : { extensions: { properties: narrowed as JsonValue } };
    return { ...given, schema: field.schema, ...extensions };
  });
  return {
    ...schema,
    fields: [...head, ...schema.fields.filter(({ name }) => !own.some((field) => field.name === name))],
  };
}

function listDefinition(gvk: GroupVersionKind, items: string): Definition {
  return {
    name: definitionName(gvk),
    gvks: [gvk],
    schema: {
      type: "object",
      fields: [
        { name: "apiVersion", isRequired: false, schema: { type: "string" } },
        { name: "kind", isRequired: false, schema: { type: "string" } },
        { name: "metadata", isRequired: false, schema: { type: "ref", definition: `${metaPackage}.ListMeta` } },
        {
          name: "items",
          isRequired: true,
          schema: { type: "list", items: { type: "ref", definition: items } },
        },
      ],
    },
  };
}
