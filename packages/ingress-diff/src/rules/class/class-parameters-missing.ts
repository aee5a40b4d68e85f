import type { IngressClassObject, ReferencedObject } from "../../observe/cluster-view.ts";
import { formatMissingRight } from "../../observe/rbac-rules.ts";
import { formatReference, referenceKey } from "../../observe/referenced-objects.ts";
import { type Fault, toResult } from "../rule/finding.ts";
import { groupBy, type Rule } from "../rule/rule-context.ts";

/**
 * An IngressClass names parameters that do not exist.
 *
 * Nothing checks such a reference, and what a controller does without them is its own affair. A kind that was not looked
 * for is passed over; one that may not be read is a note, since few accounts may.
 *
 * @see {@link https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-class}
 */
export const classParametersMissing: Rule = {
  id: "class/parameters-missing",
  summary: "An IngressClass names parameters that do not exist.",
  severity: "warning",
  why:
    "The API server does not check .spec.parameters. A controller then falls back to its defaults, or serves no Ingress of the class.",
  fix: "Create the object, install its CustomResourceDefinition, or correct .spec.parameters.",
  check: ({ view, sources }) => {
    const states = new Map(view.classParameters.map((parameters) => [referenceKey(parameters.ref), parameters]));
    const ofClass = groupBy(sources, (source) => source.className);
    return view.ingressClasses.flatMap((ingressClass) => {
      const found = ingressClass.parameters && states.get(referenceKey(ingressClass.parameters));
      const users = ofClass.get(ingressClass.name) ?? [];
      // Who looks at one namespace does not ask for classes that are not used in it.
      const isOfInterest = view.namespace === undefined || users.length > 0;
      const said = found && isOfInterest ? describe(ingressClass, found) : undefined;
      return said === undefined ? [] : [toResult({ ...said, routes: [], sources: users })];
    });
  },
};

function describe(
  { name }: IngressClassObject,
  { ref, state, message, resource }: ReferencedObject,
): Omit<Fault, "routes" | "sources"> | undefined {
  const about = {
    rule: "class/parameters-missing",
    object: { apiVersion: "networking.k8s.io/v1", kind: "IngressClass", namespace: "", name },
    fieldPath: ".spec.parameters",
    should: `an existing object: ${formatReference(ref)}`,
  } as const;
  switch (state) {
    case "exists":
    case "not-observed":
      return undefined;
    case "missing":
      return {
        ...about,
        severity: "warning",
        is: "missing",
        fix: `create ${formatReference(ref)}, or correct .spec.parameters of the class`,
      };
    case "kind-missing":
      return {
        ...about,
        severity: "warning",
        is: `missing: the server has no kind "${ref.kind}" in the group "${ref.apiGroup}"`,
        fix: "install the CustomResourceDefinition that the controller comes with, or correct .spec.parameters",
      };
    default:
      return {
        ...about,
        severity: "info",
        outcome: "unknown",
        is: `could not check: ${message ?? state}`,
        fix: state === "forbidden" && resource !== undefined
          ? formatMissingRight({ apiGroups: [ref.apiGroup], resources: [resource], verbs: ["get"] }, ref.namespace)
          : "run again when the API server answers for it",
      };
  }
}
