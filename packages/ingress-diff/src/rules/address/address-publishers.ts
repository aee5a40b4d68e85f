import type { RouteSource } from "../../routes/route.ts";
import { type ClassSwitch, classSwitchOf } from "../rule/class-switch.ts";

/** An Ingress that shows an address, and has it from its class. */
export interface Publisher {
  readonly source: RouteSource;
  readonly className: string;
  /** Given if its class was written after its status, so that the address may be that of the class before. */
  readonly classSwitch: ClassSwitch | undefined;
}

/** How many Ingresses show an address: all, and those whose class is not newer than their status. */
export interface ShownCount {
  readonly all: number;
  readonly settled: number;
}

/** Who shows which address. */
export interface Publishers {
  readonly all: readonly Publisher[];
  /** By address, then by class. */
  readonly byAddress: ReadonlyMap<string, ReadonlyMap<string, ShownCount>>;
  /** By class, then by address. */
  readonly byClass: ReadonlyMap<string, ReadonlyMap<string, ShownCount>>;
}

/**
 * Finds the Ingresses whose address says something about their class: not those of an IngressGroup or with another
 * annotation that chooses a load balancer, not those without a class, and not those that are being deleted.
 */
export function findPublishers(sources: readonly RouteSource[]): Publishers {
  const found = known.get(sources) ?? index(sources);
  known.set(sources, found);
  return found;
}

/** Two rules need the same result. */
const known = new WeakMap<readonly RouteSource[], Publishers>();

interface Counting {
  all: number;
  settled: number;
}

function index(sources: readonly RouteSource[]): Publishers {
  const all: Publisher[] = [];
  const byAddress = new Map<string, Map<string, Counting>>();
  const byClass = new Map<string, Map<string, Counting>>();
  for (const source of sources) {
    const { className, addresses, choosesLoadBalancer, isBeingDeleted } = source;
    if (className === undefined || addresses.length === 0 || choosesLoadBalancer || isBeingDeleted) continue;
    const publisher = { source, className, classSwitch: classSwitchOf(source) };
    all.push(publisher);
    for (const address of addresses.length === 1 ? addresses : new Set(addresses)) {
      count(mapAt(byAddress, address), className, publisher);
      count(mapAt(byClass, className), address, publisher);
    }
  }
  return { all, byAddress, byClass };
}

function count(counts: Map<string, Counting>, key: string, { classSwitch }: Publisher): void {
  const counting = counts.get(key) ?? { all: 0, settled: 0 };
  counting.all++;
  if (classSwitch === undefined) counting.settled++;
  counts.set(key, counting);
}

function mapAt<Value>(maps: Map<string, Map<string, Value>>, key: string): Map<string, Value> {
  const found = maps.get(key) ?? new Map<string, Value>();
  maps.set(key, found);
  return found;
}
