import type { ReferencedObject } from "../../observe/cluster-view.ts";
import { formatMissingRight } from "../../observe/rbac-rules.ts";
import { formatReference, referenceKey } from "../../observe/referenced-objects.ts";
import type { Route } from "../../routes/route.ts";
import type { Fault } from "../rule/fault.ts";
import { shellWord } from "../rule/fill-command.ts";
import type { Rule } from "../rule/rule.ts";

const id = "backend/resource-missing";

/**
 * A route leads to an object other than a Service, such as a bucket, that does not exist.
 *
 * In a snapshot only others of its kind prove that it is missing. What could not be looked for is said once for its kind.
 *
 * @see {@link https://kubernetes.io/docs/concepts/services-networking/ingress/#resource-backend}
 */
export const backendResourceMissing: Rule<typeof id> = {
  id,
  summary: "The object that a route leads to, other than a Service, does not exist.",
  severity: "error",
  why: "The controller has nothing to send the requests to.",
  fix: "create the object in the namespace of the Ingress, or name one that exists",
  word: "no such object",
  scope: "view",
  example: {
    given: "an Ingress mistypes the name of a bucket",
    says: /^does not exist, although others of its kind do$/,
  },
  check: ({ routes, view }) => {
    const absent = view.backendObjects.filter(({ state }) => state !== "exists" && state !== "not-observed");
    if (absent.length === 0) return [];
    const routesTo = Map.groupBy(routes, ({ backend, source }) => {
      if (backend?.type !== "other" || backend.apiGroup === undefined) return undefined;
      return referenceKey({ ...backend, apiGroup: backend.apiGroup, namespace: source.ref.namespace });
    });
    const routesOf = ({ ref }: ReferencedObject): readonly Route[] => routesTo.get(referenceKey(ref)) ?? [];
    const isUnknown = ({ message }: ReferencedObject): boolean => message !== undefined;
    const unknown = Map.groupBy(absent.filter(isUnknown), ({ ref }) => `${ref.apiGroup}/${ref.kind}`);
    return [
      ...absent.filter((object) => !isUnknown(object)).map((object) => missing(object, routesOf(object))),
      ...[...unknown.values()].flatMap((objects) => notLookedFor(objects, objects.flatMap(routesOf), view.namespace)),
    ];
  },
};

function missing({ ref, state }: ReferencedObject, routes: readonly Route[]): Fault {
  const { apiGroup, kind, namespace, name } = ref;
  const isKindMissing = state === "kind-missing";
  return {
    object: { apiVersion: versionOf(apiGroup), kind, namespace, name },
    fieldPath: ".metadata.name",
    should: `an existing object: ${formatReference(ref)}`,
    is: isKindMissing
      ? `does not exist: the server has no kind "${kind}" in the group "${apiGroup}"`
      : "does not exist, although others of its kind do",
    ...(isKindMissing
      ? { fix: "install the CustomResourceDefinition that the controller comes with, or name a Service" }
      : { command: `kubectl get ${shellWord(kubectlName(ref))} -n ${shellWord(namespace)}` }),
    routes,
  };
}

function notLookedFor(
  [first]: readonly ReferencedObject[],
  routes: readonly Route[],
  namespace = "",
): readonly Fault[] {
  if (first === undefined) return [];
  const { ref: { apiGroup, kind }, state, message, resource } = first;
  return [{
    severity: "warning",
    outcome: "unknown",
    object: { apiVersion: versionOf(apiGroup), kind, namespace, name: "*" },
    fieldPath: "",
    should: `a list of the kind ${kind} to check against`,
    is: `could not be checked: ${message ?? state}`,
    fix: state === "forbidden" && resource !== undefined
      ? formatMissingRight({ apiGroups: [apiGroup], resources: [resource], verbs: ["list"] }, namespace)
      : "run ingress-diff again when the API server answers for it",
    routes,
  }];
}

/** A backend names no version, and the object at fault is the same whichever the server prefers. */
function versionOf(apiGroup: string): string {
  return apiGroup === "" ? "v1" : `${apiGroup}/v1`;
}

function kubectlName({ apiGroup, kind }: ReferencedObject["ref"]): string {
  return apiGroup === "" ? kind.toLowerCase() : `${kind.toLowerCase()}.${apiGroup}`;
}
