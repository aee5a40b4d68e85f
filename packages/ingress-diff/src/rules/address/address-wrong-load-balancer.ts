import { describeSwitch } from "../rule/class-switch.ts";
import type { Fault } from "../rule/fault.ts";
import type { Rule } from "../rule/rule.ts";
import { unknownList } from "../rule/unknown-list.ts";
import { findPublishers, type Publishers } from "./address-publishers.ts";
import { findOddOnes, type OddOne } from "./find-odd-ones.ts";

const id = "address/wrong-load-balancer";

/**
 * An Ingress shows an address of another controller: the odd one out of its class.
 *
 * It happens when the class is switched: the old controller no longer looks at the Ingress and leaves its address, the
 * new one may never publish its own, and DNS goes on to lead to the old one.
 *
 * No other Ingress of the same controller may show one of its addresses, and Ingresses of other controllers must show
 * each of them. That is an error if at least two others of its class share an address that the other controller does not
 * have. Where its class has no such address (it is the first one, or each Ingress has a load balancer of its own), the
 * class must have been written on its own after the status, and it is a warning.
 *
 * @see {@link https://github.com/kubernetes/kubernetes/issues/69095}
 */
export const addressWrongLoadBalancer: Rule<typeof id> = {
  id,
  summary: "An Ingress shows the address of another class's load balancer.",
  severity: "error",
  why:
    "DNS follows the address in the status. After a class was switched the old address can stay, and requests then go to a controller that no longer serves the Ingress.",
  fix: "see why the controller of the Ingress's own class has not published its address",
  command: "kubectl describe ingress NAME -n NAMESPACE",
  word: "wrong load balancer",
  scope: "view",
  example: {
    given: "the class was switched and the address stayed",
    says: /^shows \S+, as \d+ Ingress(?:es)? of class "[^"]+" (?:does|do)/,
  },
  check: (context) => {
    const publishers = findPublishers(context.sources);
    const isKnown = context.view.lists.ingressclasses.state === "observed";
    // Without the classes each name may be a controller of its own: enough to tell whether there is a question at all.
    const controllerOf = isKnown
      ? (className: string): string | undefined => context.classes.get(className)?.controller || undefined
      : (className: string): string => className;
    const faults = findOddOnes(publishers, controllerOf);
    const sources = faults.map(({ publisher }) => publisher.source);
    const unknown = unknownList(context, "ingressclasses", {
      sources,
      routes: sources.flatMap((source) => source.routes),
    });
    return unknown ?? faults.map((fault) => report(publishers, fault));
  },
};

function report(publishers: Publishers, { publisher, ...odd }: OddOne): Fault {
  const { source, className, classSwitch } = publisher;
  const address = source.addresses.join(", ");
  const otherCount = publishers.byAddress.get(source.addresses[0] ?? "")?.get(odd.otherClass)?.all ?? 0;
  const others = otherCount === 1
    ? `1 Ingress of class "${odd.otherClass}" does`
    : `${otherCount} Ingresses of class "${odd.otherClass}" do`;
  const shown = `shows ${address}, as ${others}`;
  return {
    severity: odd.severity,
    object: source.ref,
    fieldPath: ".status.loadBalancer.ingress",
    should: odd.own.length === 0
      ? `an address that the controller of class "${className}" publishes`
      : `${odd.own.slice(0, 3).join(" or ")}, as the other Ingresses of class "${className}" show`,
    is: classSwitch === undefined ? shown : `${shown}; ${describeSwitch(classSwitch)}`,
    fix:
      `see why the controller of class "${className}" has not written the status; until it does, DNS for the hosts ` +
      `leads to class "${odd.otherClass}"`,
    routes: odd.severity === "error" ? source.routes : [],
    sources: [source],
  };
}
