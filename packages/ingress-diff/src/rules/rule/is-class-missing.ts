import type { RouteSource } from "../../routes/route.ts";
import { classSwitchOf } from "./class-switch.ts";
import type { RuleContext } from "./rule-context.ts";

/** Whether the class in the field is known not to exist, and no controller serves the Ingress regardless. */
export function isClassMissing(context: RuleContext, source: RouteSource): boolean {
  return context.view.lists.ingressclasses.state === "observed" && dependsOnClass(source) &&
    !context.classes.has(source.className ?? "");
}

/**
 * Whether an Ingress is served only if its class exists. A class in the annotation needs no object, and a controller that
 * has published an address serves the Ingress all the same.
 */
export function dependsOnClass(source: RouteSource): boolean {
  if (source.classSource !== "field") return false;
  // An address from before the class was set is that of another class.
  return source.addresses.length === 0 || classSwitchOf(source)?.isCertain === true;
}
