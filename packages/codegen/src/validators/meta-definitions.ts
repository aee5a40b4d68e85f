import type { Definition, Field, Schema } from "@kubeschema/model";

/** The prefix of the names of the definitions that all kinds share. */
export const metaPrefix = "io.k8s.apimachinery.pkg.apis.meta.v1.";

/**
 * ObjectMeta, ListMeta and what they contain, for models of custom kinds, which refer to them without having them. A
 * test compares them with those of the newest Kubernetes.
 */
export const metaDefinitions: Readonly<Record<string, Definition>> = Object.fromEntries(
  [
    define("ObjectMeta", {
      annotations: { type: "map", values: { type: "string" } },
      creationTimestamp: ref("Time"),
      deletionGracePeriodSeconds: { type: "integer", format: "int64" },
      deletionTimestamp: ref("Time"),
      finalizers: { type: "list", items: { type: "string" } },
      generateName: { type: "string" },
      generation: { type: "integer", format: "int64" },
      labels: { type: "map", values: { type: "string" } },
      managedFields: { type: "list", items: ref("ManagedFieldsEntry") },
      name: { type: "string" },
      namespace: { type: "string" },
      ownerReferences: { type: "list", items: ref("OwnerReference") },
      resourceVersion: { type: "string" },
      selfLink: { type: "string" },
      uid: { type: "string" },
    }),
    define("ListMeta", {
      continue: { type: "string" },
      remainingItemCount: { type: "integer", format: "int64" },
      resourceVersion: { type: "string" },
      selfLink: { type: "string" },
      shardInfo: ref("ShardInfo"),
    }),
    define("ManagedFieldsEntry", {
      apiVersion: { type: "string" },
      fieldsType: { type: "string" },
      fieldsV1: ref("FieldsV1"),
      manager: { type: "string" },
      operation: { type: "string" },
      subresource: { type: "string" },
      time: ref("Time"),
    }),
    define("OwnerReference", {
      apiVersion: { type: "string" },
      blockOwnerDeletion: { type: "boolean" },
      controller: { type: "boolean" },
      kind: { type: "string" },
      name: { type: "string" },
      uid: { type: "string" },
    }, ["apiVersion", "kind", "name", "uid"]),
    define("ShardInfo", { selector: { type: "string" } }, ["selector"]),
    { name: `${metaPrefix}FieldsV1`, gvks: [], schema: { type: "object", fields: [] } },
    { name: `${metaPrefix}Time`, gvks: [], schema: { type: "string", format: "date-time" } },
  ].map((definition): [string, Definition] => [definition.name, definition as Definition]),
);

function define(name: string, fields: Readonly<Record<string, Schema>>, required: readonly string[] = []): Definition {
  return {
    name: `${metaPrefix}${name}`,
    gvks: [],
    schema: {
      type: "object",
      fields: Object.entries(fields).map(([field, schema]): Field => ({
        name: field,
        isRequired: required.includes(field),
        schema,
      })),
    },
  };
}

function ref(name: string): Schema {
  return { type: "ref", definition: `${metaPrefix}${name}` };
}
