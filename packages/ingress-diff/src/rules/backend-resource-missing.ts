import { toResult } from "./finding.ts";
import { groupBy, type Rule } from "./rule-context.ts";

/**
 * A route leads to an object other than a Service, such as a bucket, that does not exist.
 *
 * Only a snapshot that holds objects of that kind can tell; otherwise there is no finding.
 *
 * @see {@link https://kubernetes.io/docs/concepts/services-networking/ingress/#resource-backend}
 */
export const backendResourceMissing: Rule = {
  id: "backend/resource-missing",
  summary: "The object that a route leads to, other than a Service, does not exist.",
  severity: "error",
  why: "The controller has nothing to send the requests to.",
  fix: "Create the object in the namespace of the Ingress, or name the right one.",
  check: ({ routes, view }) => {
    const missing = new Map(view.missingBackends?.map((ref) => [keyOf(ref.apiGroup, ref), ref]));
    if (missing.size === 0) return [];
    const groups = groupBy(routes, ({ backend, source }) => {
      if (backend?.type !== "other" || backend.apiGroup === undefined) return undefined;
      const key = keyOf(backend.apiGroup, { ...backend, namespace: source.ref.namespace });
      return missing.has(key) ? key : undefined;
    });
    return [...groups].flatMap(([key, group]) => {
      const ref = missing.get(key);
      if (ref === undefined) return [];
      const { apiGroup, kind, namespace, name } = ref;
      return [toResult({
        rule: "backend/resource-missing",
        severity: "error",
        // The backend names no version.
        object: { apiVersion: apiGroup === "" ? "v1" : `${apiGroup}/v1`, kind, namespace, name },
        fieldPath: ".metadata.name",
        should: `an object of kind ${kind} named "${name}" in namespace "${namespace}"`,
        is: "missing, although others of its kind were seen",
        fix: `create it, or name one that exists: kubectl get ${kind.toLowerCase()} -n ${namespace}`,
        routes: group,
      })];
    });
  },
};

function keyOf(
  apiGroup: string,
  { kind, namespace, name }: { readonly kind: string; readonly namespace: string; readonly name: string },
): string {
  return [apiGroup, kind, namespace, name].join("\n");
}
