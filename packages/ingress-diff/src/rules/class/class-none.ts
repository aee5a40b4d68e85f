import type { IngressClassObject } from "../../observe/cluster-view.ts";
import { defaultClasses } from "../../observe/default-classes.ts";
import type { RouteSource } from "../../routes/route.ts";
import type { Advice, Rule } from "../rule/rule.ts";
import { measureTimeToAddress } from "../rule/time-to-address.ts";

const id = "class/none";

/**
 * An Ingress names no class and no controller has taken it.
 *
 * A default class is given to an Ingress when it is created and never later, so one that exists now does not help an
 * older Ingress. A published address shows that some controller takes Ingresses without a class; a
 * new one then has the time that the others took.
 *
 * @see {@link https://kubernetes.io/docs/concepts/services-networking/ingress/#default-ingress-class}
 */
export const classNone: Rule<typeof id> = {
  id,
  summary: "An Ingress names no class, and no controller has published an address for it.",
  severity: "error",
  why:
    "A default class is applied on create only. An Ingress that was created without one stays without one, and most controllers skip it.",
  fix: "set .spec.ingressClassName",
  command: "kubectl get ingressclasses",
  word: "not served",
  scope: "view",
  example: { given: "an Ingress names no class", says: /^names no class, and / },
  check: ({ sources, classes, view, atMs }) => {
    const isKnown = view.lists.ingressclasses.state === "observed";
    const defaults = defaultClasses(classes.values());
    const nameless = sources.filter((source) => source.classSource === "none");
    // A status without an address was written by a controller too.
    const taken = nameless.filter(({ addresses, emptyAddressCount }) => addresses.length + emptyAddressCount > 0);
    const served = taken.filter(({ addresses }) => addresses.length > 0);
    const { graceMs } = measureTimeToAddress(served);
    // A controller that takes Ingresses without a class needs its time for a new one.
    const isWaiting = ({ createdAtMs }: RouteSource): boolean =>
      taken.length > 0 && createdAtMs !== undefined && atMs - createdAtMs < graceMs;
    return nameless
      .filter((source) => source.addresses.length === 0 && source.emptyAddressCount === 0 && !isWaiting(source))
      .map((source) => ({
        object: source.ref,
        fieldPath: ".spec.ingressClassName",
        should: "a class, so that a controller takes the Ingress",
        is: (isKnown ? describe(defaults) : "names no class") + describeServed(served),
        ...adviceFor([...classes.keys()]),
        routes: source.routes,
        sources: [source],
      }));
  },
};

function describe(defaults: readonly IngressClassObject[]): string {
  const names = defaults.map((object) => `"${object.name}"`).join(", ");
  return names === ""
    ? "names no class, and there is no default class"
    : `names no class, and the default class ${names} is given only to Ingresses created after it`;
}

function describeServed({ length }: readonly RouteSource[]): string {
  if (length === 0) return "";
  return `; ${length === 1 ? "1 other that names none has" : `${length} others that name none have`} an address`;
}

function adviceFor(classNames: readonly string[]): Advice {
  if (classNames.length === 0) return { fix: "set .spec.ingressClassName to a class of the controller" };
  // The names are those that the command would show.
  return { fix: `set .spec.ingressClassName to ${classNames.map((name) => `"${name}"`).join(" or ")}`, command: "" };
}
