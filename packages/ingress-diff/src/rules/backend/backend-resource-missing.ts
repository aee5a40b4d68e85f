import type { ReferencedObject } from "../../observe/cluster-view.ts";
import { formatMissingRight } from "../../observe/rbac-rules.ts";
import { formatReference, referenceKey } from "../../observe/referenced-objects.ts";
import type { Route } from "../../routes/route.ts";
import { type RuleResult, toResult } from "../rule/finding.ts";
import { groupBy, type Rule } from "../rule/rule-context.ts";

const rule = "backend/resource-missing";

/**
 * A route leads to an object other than a Service, such as a bucket, that does not exist.
 *
 * In a snapshot only others of its kind prove that it is missing. What could not be looked for is said once for its kind.
 *
 * @see {@link https://kubernetes.io/docs/concepts/services-networking/ingress/#resource-backend}
 */
export const backendResourceMissing: Rule = {
  id: rule,
  summary: "The object that a route leads to, other than a Service, does not exist.",
  severity: "error",
  why: "The controller has nothing to send the requests to.",
  fix:
    "Create the object in the namespace of the Ingress, install its CustomResourceDefinition, or name the right one.",
  check: ({ routes, view }) => {
    const absent = view.backendObjects.filter(({ state }) => state !== "exists" && state !== "not-observed");
    if (absent.length === 0) return [];
    const routesTo = groupBy(routes, ({ backend, source }) => {
      if (backend?.type !== "other" || backend.apiGroup === undefined) return undefined;
      return referenceKey({ ...backend, apiGroup: backend.apiGroup, namespace: source.ref.namespace });
    });
    const routesOf = ({ ref }: ReferencedObject): readonly Route[] => routesTo.get(referenceKey(ref)) ?? [];
    const isUnknown = ({ message }: ReferencedObject): boolean => message !== undefined;
    const unknown = groupBy(absent.filter(isUnknown), ({ ref }) => `${ref.apiGroup}/${ref.kind}`);
    return [
      ...absent.filter((object) => !isUnknown(object)).map((object) => missing(object, routesOf(object))),
      ...[...unknown.values()].flatMap((objects) => notLookedFor(objects, objects.flatMap(routesOf), view.namespace)),
    ];
  },
};

function missing({ ref, state }: ReferencedObject, routes: readonly Route[]): RuleResult {
  const { apiGroup, kind, namespace, name } = ref;
  const isKindMissing = state === "kind-missing";
  return toResult({
    rule,
    severity: "error",
    object: { apiVersion: versionOf(apiGroup), kind, namespace, name },
    fieldPath: ".metadata.name",
    should: `an existing object: ${formatReference(ref)}`,
    is: isKindMissing
      ? `missing: the server has no kind "${kind}" in the group "${apiGroup}"`
      : "missing, although its kind is there",
    fix: isKindMissing
      ? "install the CustomResourceDefinition that the controller comes with, or name a Service"
      : `create it, or name one that exists: kubectl get ${kubectlName(ref)} -n ${namespace}`,
    routes,
  });
}

function notLookedFor(
  [first]: readonly ReferencedObject[],
  routes: readonly Route[],
  namespace = "",
): readonly RuleResult[] {
  if (first === undefined) return [];
  const { ref: { apiGroup, kind }, state, message, resource } = first;
  return [toResult({
    rule,
    severity: "warning",
    outcome: "unknown",
    object: { apiVersion: versionOf(apiGroup), kind, namespace, name: "*" },
    fieldPath: "",
    should: `a list of the kind ${kind} to check against`,
    is: `could not check: ${message ?? state}`,
    fix: state === "forbidden" && resource !== undefined
      ? formatMissingRight({ apiGroups: [apiGroup], resources: [resource], verbs: ["list"] }, namespace)
      : "run again when the API server answers for it",
    routes,
  })];
}

/** A backend names no version, and the object at fault is the same whichever the server prefers. */
function versionOf(apiGroup: string): string {
  return apiGroup === "" ? "v1" : `${apiGroup}/v1`;
}

function kubectlName({ apiGroup, kind }: ReferencedObject["ref"]): string {
  return apiGroup === "" ? kind.toLowerCase() : `${kind.toLowerCase()}.${apiGroup}`;
}
