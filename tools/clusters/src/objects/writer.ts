/** The fields that one writer of an Ingress owns; the rest is as API servers have written it since 1.22. */
export type Owned = "status" | "class" | "class annotation" | "spec" | "empty status";

/** An entry of `.metadata.managedFields`. */
export function writer(
  manager: string,
  time: string,
  owned: readonly Owned[],
  options: { readonly apiVersion?: string } = {},
): object {
  const spec = {
    ...(owned.includes("class") ? { "f:ingressClassName": {} } : {}),
    ...(owned.includes("spec") ? { "f:rules": {} } : {}),
  };
  const status = owned.includes("status")
    ? { "f:status": { "f:loadBalancer": { "f:ingress": {} } } }
    : owned.includes("empty status")
    ? { "f:status": { "f:loadBalancer": {} } }
    : {};
  return {
    manager,
    operation: "Update",
    apiVersion: options.apiVersion ?? "networking.k8s.io/v1",
    time,
    fieldsType: "FieldsV1",
    fieldsV1: {
      ...(owned.includes("class annotation")
        ? { "f:metadata": { "f:annotations": { ".": {}, "f:kubernetes.io/ingress.class": {} } } }
        : {}),
      ...(Object.keys(spec).length === 0 ? {} : { "f:spec": spec }),
      ...status,
    },
    ...(owned.includes("status") ? { subresource: "status" } : {}),
  };
}
