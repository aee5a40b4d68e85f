import type { RouteSource } from "../../routes/route.ts";
import { classSwitchOf, describeSwitch } from "../rule/class-switch.ts";
import { dependsOnClass, isClassMissing } from "../rule/is-class-missing.ts";
import type { Rule } from "../rule/rule.ts";
import { unknownList } from "../rule/unknown-list.ts";

const id = "class/missing";

/**
 * `.spec.ingressClassName` names an IngressClass that does not exist.
 *
 * Only the field is judged: a class in the annotation needs no object (GKE's `gce` never has one). And a controller
 * that has published an address serves the Ingress all the same, unless the class was set after that.
 */
export const classMissing: Rule<typeof id> = {
  id,
  summary: "The IngressClass that an Ingress names does not exist, so no controller takes the Ingress.",
  severity: "error",
  why: "A controller takes the Ingresses of its own classes; one whose class does not exist is served by nobody.",
  fix: "create the IngressClass, or name one that exists in .spec.ingressClassName",
  command: "kubectl get ingressclasses",
  word: "not served",
  scope: "view",
  example: { given: "an Ingress mistypes the class", says: /^does not exist; the cluster has "/ },
  check: (context) => {
    const needing = context.sources.filter(dependsOnClass);
    const named = context.sources.filter((source) => source.classSource === "field");
    const unknown = unknownList(context, "ingressclasses", {
      // Where a controller has published an address the route does not depend on the answer.
      sources: needing.length > 0 ? needing : named,
      routes: needing.flatMap((source) => source.routes),
    });
    if (unknown !== undefined) return unknown;
    const missing = Map.groupBy(
      needing.filter((source) => isClassMissing(context, source)),
      ({ className = "" }) => className,
    );
    const existing = [...context.classes.keys()];
    return [...missing].map(([name, sources]) => ({
      object: { apiVersion: "networking.k8s.io/v1", kind: "IngressClass", namespace: "", name },
      fieldPath: ".metadata.name",
      should: `an IngressClass named "${name}"`,
      is:
        (existing.length === 0
          ? "does not exist, nor does any other IngressClass"
          : `does not exist; the cluster has ${existing.map((other) => `"${other}"`).join(", ")}`) +
        describeOnlySwitch(sources),
      ...(existing.length === 0 ? { fix: "install the IngressClass of the controller", command: "" } : {}),
      routes: sources.flatMap((source) => source.routes),
      sources,
    }));
  },
};

/** Who named the class, if it is one Ingress and known: of many there would be too much to say. */
function describeOnlySwitch(sources: readonly RouteSource[]): string {
  const [only, ...others] = sources;
  const classSwitch = only === undefined || others.length > 0 ? undefined : classSwitchOf(only);
  return classSwitch === undefined ? "" : `; ${describeSwitch(classSwitch)}`;
}
