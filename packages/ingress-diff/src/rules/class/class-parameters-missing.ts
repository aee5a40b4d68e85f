import type { IngressClassObject, ReferencedObject } from "../../observe/cluster-view.ts";
import { formatMissingRight } from "../../observe/rbac-rules.ts";
import { formatReference, referenceKey } from "../../observe/referenced-objects.ts";
import type { Fault } from "../rule/fault.ts";
import type { Rule } from "../rule/rule.ts";

const id = "class/parameters-missing";

/**
 * An IngressClass names parameters that do not exist.
 *
 * Nothing checks such a reference, and what a controller does without them is its own affair. A kind that was not looked
 * for is skipped; one that may not be read is a note, since few accounts may.
 *
 * @see {@link https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-class}
 */
export const classParametersMissing: Rule<typeof id> = {
  id,
  summary: "An IngressClass names parameters that do not exist.",
  severity: "warning",
  why:
    "The API server does not check .spec.parameters. A controller then falls back to its defaults, or serves no Ingress of the class.",
  fix: "create the object, install its CustomResourceDefinition, or correct .spec.parameters",
  command: "kubectl get ingressclass NAME -o yaml",
  word: "no class parameters",
  scope: "view",
  example: {
    given: "a class names parameters that do not exist",
    says: /^names \S+ "[^"]+", which does not exist$/,
  },
  check: ({ view, sources }) => {
    const states = new Map(view.classParameters.map((parameters) => [referenceKey(parameters.ref), parameters]));
    const ofClass = Map.groupBy(sources, (source) => source.className);
    return view.ingressClasses.flatMap((ingressClass) => {
      const found = ingressClass.parameters && states.get(referenceKey(ingressClass.parameters));
      const users = ofClass.get(ingressClass.name) ?? [];
      // Who looks at one namespace does not ask for classes that are not used in it.
      const isOfInterest = view.namespace === undefined || users.length > 0;
      const said = found && isOfInterest ? describe(ingressClass, found) : undefined;
      return said === undefined ? [] : [{ ...said, routes: [], sources: users }];
    });
  },
};

function describe(
  { name }: IngressClassObject,
  { ref, state, message, resource }: ReferencedObject,
): Omit<Fault, "routes" | "sources"> | undefined {
  const about = {
    object: { apiVersion: "networking.k8s.io/v1", kind: "IngressClass", namespace: "", name },
    fieldPath: ".spec.parameters",
    should: `an existing object: ${formatReference(ref)}`,
  };
  switch (state) {
    case "exists":
    case "not-observed":
      return undefined;
    case "missing":
      return {
        ...about,
        is: `names ${formatReference(ref)}, which does not exist`,
        fix: `create ${formatReference(ref)}, or correct .spec.parameters of the class`,
      };
    case "kind-missing":
      return {
        ...about,
        is: `names ${formatReference(ref)}, and the server has no kind "${ref.kind}" in the group "${ref.apiGroup}"`,
        fix: "install the CustomResourceDefinition that the controller comes with, or correct .spec.parameters",
      };
    default:
      return {
        ...about,
        severity: "info",
        outcome: "unknown",
        is: `could not be checked: ${message ?? state}`,
        fix: state === "forbidden" && resource !== undefined
          ? formatMissingRight({ apiGroups: [ref.apiGroup], resources: [resource], verbs: ["get"] }, ref.namespace)
          : "run ingress-diff again when the API server answers for it",
      };
  }
}
