import type { Definition, Field, SchemaModel } from "@kubeschema/model";

const timeTypes = new Set([
  "io.k8s.apimachinery.pkg.apis.meta.v1.Time",
  "io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime",
]);

// Go writes an empty list or pointer as null where its tag lacks omitempty, which OpenAPI documents do not say. These
// are the fields in which the API server does so: they were found by leaving out each field of an object in turn, and
// reading what the server returned.
const nullFields: Readonly<Record<string, readonly string[]>> = {
  "io.k8s.api.authentication.v1.TokenRequestSpec": ["boundObjectRef"],
  "io.k8s.api.autoscaling.v2.HorizontalPodAutoscalerStatus": ["currentMetrics"],
  "io.k8s.api.core.v1.LimitRangeSpec": ["limits"],
  "io.k8s.api.core.v1.ProjectedVolumeSource": ["sources"],
  "io.k8s.api.discovery.v1.EndpointSlice": ["endpoints", "ports"],
  "io.k8s.api.rbac.v1.ClusterRole": ["rules"],
  "io.k8s.api.rbac.v1.Role": ["rules"],
  "io.k8s.api.storage.v1.CSINodeDriver": ["topologyKeys"],
  "io.k8s.api.storage.v1.CSINodeSpec": ["drivers"],
  "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionStatus": ["conditions"],
};

/**
 * Marks the fields as nullable that the API server returns as `null`: those of the table, and every time, since an
 * unset time is written as `null` (`creationTimestamp` of a pod template, `lastProbeTime` of a condition).
 */
export function allowServerNulls(model: SchemaModel): SchemaModel {
  const definitions = Object.entries(model.definitions).map(([name, value]) => [name, allowIn(value)] as const);
  return { ...model, definitions: Object.fromEntries(definitions) };
}

function allowIn(definition: Definition): Definition {
  const { name, schema } = definition;
  if (schema.type !== "object") return definition;
  const isNull = (field: Field): boolean =>
    nullFields[name]?.includes(field.name) === true ||
    (field.schema.type === "ref" && timeTypes.has(field.schema.definition));
  const fields = schema.fields.map((field) =>
    isNull(field) ? { ...field, schema: { ...field.schema, isNullable: true } } : field
  );
  return { ...definition, schema: { ...schema, fields } };
}
