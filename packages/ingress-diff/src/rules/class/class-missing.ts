import type { RouteSource } from "../../routes/route.ts";
import { classSwitchOf, describeSwitch } from "../rule/class-switch.ts";
import { toResult } from "../rule/finding.ts";
import { groupBy, type Rule, type RuleContext } from "../rule/rule-context.ts";
import { unknownList } from "../rule/unknown-list.ts";

/**
 * `.spec.ingressClassName` names an IngressClass that does not exist.
 *
 * Only the field is judged: a class in the annotation needs no object (GKE's `gce` never has one). And a controller
 * that has published an address serves the Ingress all the same, unless the class was set after that.
 */
export const classMissing: Rule = {
  id: "class/missing",
  summary: "The IngressClass that an Ingress names does not exist, so no controller takes the Ingress.",
  severity: "error",
  why: "A controller takes the Ingresses of its own classes; one whose class does not exist is served by nobody.",
  fix: "Create the IngressClass, or name one that exists: kubectl get ingressclasses.",
  check: (context) => {
    const needing = context.sources.filter(dependsOnClass);
    const named = context.sources.filter((source) => source.classSource === "field");
    const unknown = unknownList(context, "ingressclasses", "class/missing", {
      // Where a controller has published an address the route does not hang on the answer.
      sources: needing.length > 0 ? needing : named,
      routes: needing.flatMap((source) => source.routes),
    });
    if (unknown !== undefined) return unknown;
    const missing = groupBy(needing, (source) => isClassMissing(context, source) ? source.className : undefined);
    const existing = [...context.classes.keys()];
    return [...missing].map(([name, sources]) =>
      toResult({
        rule: "class/missing",
        severity: "error",
        object: { apiVersion: "networking.k8s.io/v1", kind: "IngressClass", namespace: "", name },
        fieldPath: ".metadata.name",
        should: `an IngressClass named "${name}"`,
        is: (existing.length === 0
          ? "missing: the cluster has no IngressClass"
          : `missing: the cluster has ${existing.map((other) => `"${other}"`).join(", ")}`) +
          describeOnlySwitch(sources),
        fix: existing.length === 0
          ? "install the controller's IngressClass"
          : "name an existing class in .spec.ingressClassName, or create this one",
        routes: sources.flatMap((source) =>
          source.routes
        ),
        sources,
      })
    );
  },
};

/** Whether the class in the field is known not to exist, and no controller serves the Ingress regardless. */
export function isClassMissing(context: RuleContext, source: RouteSource): boolean {
  return context.view.lists.ingressclasses.state === "observed" && dependsOnClass(source) &&
    !context.classes.has(source.className ?? "");
}

function dependsOnClass(source: RouteSource): boolean {
  if (source.classSource !== "field") return false;
  // An address from before the class was set is that of another class.
  return source.addresses.length === 0 || classSwitchOf(source)?.isCertain === true;
}

/** Who named the class, if it is one Ingress and known: of many there would be too much to say. */
function describeOnlySwitch(sources: readonly RouteSource[]): string {
  const [only, ...others] = sources;
  const classSwitch = only === undefined || others.length > 0 ? undefined : classSwitchOf(only);
  return classSwitch === undefined ? "" : `; ${describeSwitch(classSwitch)}`;
}
