import { compareText } from "@kubeschema/model/compare-text";
import type { Publisher, Publishers, ShownCount } from "./address-publishers.ts";

/** An Ingress that shows the address of another controller. */
export interface OddOne {
  readonly publisher: Publisher;
  /** A warning if its own class has no address that could be compared. */
  readonly severity: "error" | "warning";
  /** Of the other controllers' classes that show its first address, the one with the most Ingresses. */
  readonly otherClass: string;
  /** The addresses that its own class shares; empty if that is not known. */
  readonly own: readonly string[];
}

/** Returns the controller of a class; `undefined` if it is not known, and then nothing is said about the class. */
export type ControllerOf = (className: string) => string | undefined;

/**
 * Finds the Ingresses that show addresses of another controller and none of their own.
 *
 * What an Ingress shows whose class is newer than its status, may be what it had before. So those that were switched do
 * not vouch for each other, only those that were not.
 */
export function findOddOnes(publishers: Publishers, controllerOf: ControllerOf): readonly OddOne[] {
  const byController = countByController(publishers, controllerOf);
  const homes = new Map<string, Home>();
  return publishers.all.flatMap((publisher) => {
    const { className, classSwitch, source: { addresses } } = publisher;
    const controller = controllerOf(className);
    if (controller === undefined) return [];
    const counted = classSwitch === undefined ? "all" : "settled";
    const isForeign = (address: string): boolean => {
      const shown = byController.get(address);
      // Nobody vouches for itself; one that was switched is not among the settled ones.
      const vouching = (shown?.get(controller)?.[counted] ?? 0) - (counted === "all" ? 1 : 0);
      return shown !== undefined && vouching === 0 && shown.size > 1;
    };
    if (!addresses.every(isForeign)) return [];
    // Very many Ingresses of one class may show one address.
    const key = JSON.stringify([className, counted, addresses]);
    const home = homes.get(key) ?? findHome(publishers, publisher, {
      counted,
      isOther: (name) => ![controller, undefined].includes(controllerOf(name)),
    });
    homes.set(key, home);
    const { own, isShared, otherClass } = home;
    // A class that shares its addresses with the other controller has nothing of its own that could be missing.
    if (own.length === 0 && (isShared || classSwitch?.isCertain !== true)) return [];
    return [{ publisher, severity: own.length > 0 ? "error" : "warning", otherClass, own }];
  });
}

/** By address, then by controller; classes whose controller is not known are left out. */
function countByController(
  { byAddress }: Publishers,
  controllerOf: ControllerOf,
): ReadonlyMap<string, ReadonlyMap<string, ShownCount>> {
  const counts = new Map<string, Map<string, ShownCount>>();
  for (const [address, byClass] of byAddress) {
    const ofAddress = new Map<string, ShownCount>();
    for (const [className, { all, settled }] of byClass) {
      const controller = controllerOf(className);
      if (controller === undefined) continue;
      const before = ofAddress.get(controller) ?? { all: 0, settled: 0 };
      ofAddress.set(controller, { all: before.all + all, settled: before.settled + settled });
    }
    counts.set(address, ofAddress);
  }
  return counts;
}

function otherClasses(
  { byAddress }: Publishers,
  addresses: readonly string[],
  isOther: (className: string) => boolean,
): ReadonlySet<string> {
  const others = new Set<string>();
  for (const address of addresses) {
    for (const className of byAddress.get(address)?.keys() ?? []) if (isOther(className)) others.add(className);
  }
  return others;
}

interface Home {
  readonly own: readonly string[];
  readonly isShared: boolean;
  readonly otherClass: string;
}

/** The addresses that at least two Ingresses of a class share, and that fewer than two of the other classes show. */
function findHome(
  publishers: Publishers,
  { className, source: { addresses } }: Publisher,
  { counted, isOther }: { readonly counted: "all" | "settled"; readonly isOther: (className: string) => boolean },
): Home {
  const { byClass, byAddress } = publishers;
  const others = otherClasses(publishers, addresses, isOther);
  const shown = [...byClass.get(className) ?? []];
  const common = shown.filter(([, counts]) => counts[counted] >= 2).map(([address]) => address);
  const own = common.filter((address) => {
    let otherCount = 0;
    for (const [name, { all }] of byAddress.get(address) ?? []) if (others.has(name)) otherCount += all;
    return otherCount < 2;
  });
  return {
    own: own.sort(compareText),
    isShared: own.length < common.length,
    otherClass: mostShown(publishers, addresses[0] ?? "", others),
  };
}

function mostShown({ byAddress }: Publishers, address: string, classes: ReadonlySet<string>): string {
  const shown = [...byAddress.get(address) ?? []].filter(([name]) => classes.has(name));
  return shown.sort(([a, countOfA], [b, countOfB]) => countOfB.all - countOfA.all || compareText(a, b))[0]?.[0] ?? "";
}
