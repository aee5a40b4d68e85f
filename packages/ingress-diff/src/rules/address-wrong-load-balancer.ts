import { compareText } from "../observe/sort-objects.ts";
import { findPublishers, type Publisher, type Publishers } from "./address-publishers.ts";
import { describeSwitch } from "./class-switch.ts";
import { type RuleResult, type Severity, toResult } from "./finding.ts";
import type { Rule } from "./rule-context.ts";
import { unknownList } from "./unknown-list.ts";

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
export const addressWrongLoadBalancer: Rule = {
  id: "address/wrong-load-balancer",
  summary: "An Ingress shows the address of another class's load balancer.",
  severity: "error",
  why:
    "DNS follows the address in the status. After a class was switched the old address can stay, and requests then go to a controller that no longer serves the Ingress.",
  fix: "See why the controller of the Ingress's own class has not published its address.",
  check: (context) => {
    const publishers = findPublishers(context.sources);
    const isKnown = context.view.lists.ingressclasses.state === "observed";
    // Without the classes each name may be a controller of its own: enough to tell whether there is a question at all.
    const controllerOf = isKnown
      ? (className: string): string | undefined => context.classes.get(className)?.controller || undefined
      : (className: string): string => className;
    const faults = findOddOnes(publishers, controllerOf);
    const sources = faults.map(({ publisher }) => publisher.source);
    const unknown = unknownList(context, "ingressclasses", "address/wrong-load-balancer", {
      sources,
      routes: sources.flatMap((source) => source.routes),
    });
    return unknown ?? faults.map((fault) => report(publishers, fault));
  },
};

/** An Ingress that shows what it should not. */
export interface OddOne {
  readonly publisher: Publisher;
  readonly severity: Severity;
  /** Another controller's class that shows its first address, the one with the most Ingresses. */
  readonly otherClass: string;
  /** The addresses that its own class shares; empty if that is not known. */
  readonly own: readonly string[];
}

/** Finds the Ingresses that show addresses of another controller and none of their own. */
export function findOddOnes(
  publishers: Publishers,
  controllerOf: (className: string) => string | undefined,
): readonly OddOne[] {
  const homes = new Map<string, Home>();
  return publishers.all.flatMap((publisher) => {
    const controller = controllerOf(publisher.className);
    if (controller === undefined) return [];
    const others = new Set<string>();
    for (const address of publisher.source.addresses) {
      const found = lookAt(publishers, publisher, address, (name) => controllerOf(name) === controller);
      if (found.isOwn) return [];
      const foreign = found.classes.filter((name) => controllerOf(name) !== undefined);
      if (foreign.length === 0) return [];
      for (const name of foreign) others.add(name);
    }
    const counted = publisher.classSwitch === undefined ? "all" : "settled";
    const key = JSON.stringify([publisher.className, counted, [...others].sort(compareText)]);
    const home = homes.get(key) ??
      findHome(publishers, publisher.className, counted, (className) => others.has(className));
    homes.set(key, home);
    const isProven = home.own.length > 0;
    // A class that shares its addresses with the other controller has nothing of its own that could be missing.
    if (!isProven && (home.isShared || publisher.classSwitch?.isCertain !== true)) return [];
    const otherClass = mostShown(publishers, publisher.source.addresses[0] ?? "", others);
    return [{ publisher, severity: isProven ? "error" : "warning", otherClass, own: home.own }];
  });
}

interface Home {
  readonly own: readonly string[];
  readonly isShared: boolean;
}

function lookAt(
  { byAddress }: Publishers,
  { className, classSwitch }: Publisher,
  address: string,
  isSameController: (className: string) => boolean,
): { readonly isOwn: boolean; readonly classes: readonly string[] } {
  const classes: string[] = [];
  for (const [name, { all, settled }] of byAddress.get(address) ?? []) {
    if (!isSameController(name)) {
      classes.push(name);
      continue;
    }
    // One that was switched does not vouch for another that was; and nobody vouches for itself.
    const vouching = classSwitch === undefined ? all - (name === className ? 1 : 0) : settled;
    if (vouching > 0) return { isOwn: true, classes };
  }
  return { isOwn: false, classes };
}

/** The addresses that at least two Ingresses of a class share, and that fewer than two of the other classes show. */
function findHome(
  { byClass, byAddress }: Publishers,
  className: string,
  counted: "all" | "settled",
  isOther: (className: string) => boolean,
): Home {
  const common = [...byClass.get(className) ?? []].filter(([, shown]) => shown[counted] >= 2).map(([address]) =>
    address
  );
  const own = common.filter((address) => {
    let otherCount = 0;
    for (const [name, { all }] of byAddress.get(address) ?? []) if (isOther(name)) otherCount += all;
    return otherCount < 2;
  });
  return { own: own.sort(compareText), isShared: own.length < common.length };
}

function mostShown({ byAddress }: Publishers, address: string, classes: ReadonlySet<string>): string {
  const shown = [...byAddress.get(address) ?? []].filter(([name]) => classes.has(name));
  return shown.sort(([a, countOfA], [b, countOfB]) => countOfB.all - countOfA.all || compareText(a, b))[0]?.[0] ?? "";
}

function report(publishers: Publishers, { publisher, ...odd }: OddOne): RuleResult {
  const { source, className, classSwitch } = publisher;
  const { namespace, name } = source.ref;
  const address = source.addresses.join(", ");
  const otherCount = publishers.byAddress.get(source.addresses[0] ?? "")?.get(odd.otherClass)?.all ?? 0;
  const shown = `${address}, as ${otherCount} Ingress${otherCount === 1 ? "" : "es"} of class "${odd.otherClass}"`;
  return toResult({
    rule: "address/wrong-load-balancer",
    severity: odd.severity,
    object: source.ref,
    fieldPath: ".status.loadBalancer.ingress",
    should: odd.own.length === 0
      ? `an address that the controller of class "${className}" publishes`
      : `${odd.own.slice(0, 3).join(" or ")}, as the other Ingresses of class "${className}"`,
    is: classSwitch === undefined ? shown : `${shown}; ${describeSwitch(classSwitch)}`,
    fix:
      `see why the controller of class "${className}" has not written the status: kubectl describe ingress ${name} ` +
      `-n ${namespace}; until it does, DNS for the hosts leads to class "${odd.otherClass}"`,
    routes: odd.severity === "error" ? source.routes : [],
    sources: [source],
  });
}
