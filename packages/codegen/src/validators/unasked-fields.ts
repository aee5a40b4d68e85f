// Below, fields are named without "io.k8s.api.". A server of Kubernetes 1.20 accepts objects without them: it has a
// default for them, or treats an empty value as any other.
const unasked = new Set([
  "apps.v1.ControllerRevision.revision",
  "core.v1.ConfigMapNodeConfigSource.kubeletConfigKey",
  "core.v1.ConfigMapNodeConfigSource.name",
  "core.v1.ConfigMapNodeConfigSource.namespace",
  "core.v1.Event.involvedObject",
  "core.v1.LimitRangeSpec.limits",
  "rbac.v1.RoleRef.apiGroup",
  "scheduling.v1.PriorityClass.value",
  "storage.v1.CSIDriver.spec",
  "storage.v1.CSINode.spec",
  "storage.v1.CSINodeSpec.drivers",
  "storage.v1.TokenRequest.audience",
  "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionVersion.served",
  "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionVersion.storage",
]);

/**
 * Tells whether the API server accepts an object without a field that the OpenAPI marks as required.
 *
 * The fields of a status are never required: on create the server drops it, or keeps what it is given.
 *
 * @param place Definition and field: `io.k8s.api.rbac.v1.RoleRef.apiGroup`.
 */
export function isUnasked(place: string): boolean {
  return /^io\.k8s\..*(?:Status|Condition)\.\w+$/.test(place) || unasked.has(place.replace("io.k8s.api.", ""));
}
