import type { IngressObject } from "../observe/cluster-view.ts";
import { objectKey } from "../observe/object-key.ts";

/** Two writers that keep changing one status. */
export interface StatusFight {
  readonly namespace: string;
  readonly name: string;
  /** Managers of the writes, sorted. */
  readonly managers: readonly string[];
  /** What they write in turn: the addresses of each, sorted. */
  readonly addresses: readonly string[];
  readonly changeCount: number;
}

/** One write of other addresses than before. */
interface Write {
  readonly atMs: number;
  readonly addresses: string;
  readonly manager: string;
}

const windowMs = 10 * 60_000;

/**
 * Watches for addresses that go back to what they were (A, B, A) while two managers write them in turn: two controllers
 * that both take the Ingress for theirs. One controller that changes its mind is none.
 *
 * @returns A function that takes each state of an Ingress and says when a fight has begun, and again each time that the
 * number of its changes has doubled.
 */
export function createFightDetector(): (ingress: IngressObject, atMs: number) => StatusFight | undefined {
  const histories = new Map<string, { writes: Write[]; toldCount: number }>();
  return (ingress, atMs) => {
    const key = objectKey(ingress);
    const history = histories.get(key) ?? { writes: [], toldCount: 0 };
    const write = { atMs, addresses: addressesOf(ingress), manager: managerOf(ingress) };
    if (history.writes.at(-1)?.addresses === write.addresses) return undefined;
    history.writes = [...history.writes.filter((earlier) => atMs - earlier.atMs <= windowMs), write];
    histories.set(key, history);
    const changeCount = history.writes.length - 1;
    if (changeCount < 2) history.toldCount = 0;
    const managers = [...new Set(history.writes.slice(1).map(({ manager }) => manager))].filter((name) => name !== "");
    const values = new Set(history.writes.map(({ addresses }) => addresses));
    const isBack = values.size < history.writes.length;
    if (!isBack || managers.length < 2 || changeCount < Math.max(2, 2 * history.toldCount)) return undefined;
    history.toldCount = changeCount;
    const { namespace, name } = ingress;
    return { namespace, name, managers: managers.toSorted(), addresses: [...values].toSorted(), changeCount };
  };
}

function addressesOf({ statusEntries }: IngressObject): string {
  const addresses = statusEntries.flatMap(({ ip, hostname }) => ip ?? hostname ?? []);
  return addresses.length === 0 ? "none" : addresses.toSorted().join(", ");
}

/** Who owns the status: whoever changes it takes it over. */
function managerOf({ writers }: IngressObject): string {
  const owners = writers.filter(({ ownsStatus }) => ownsStatus);
  return owners.toSorted((a, b) => Date.parse(b.time ?? "") - Date.parse(a.time ?? ""))[0]?.manager ?? "";
}
