import { compareText } from "../observe/sort-objects.ts";
import type { RouteSource } from "../routes/route.ts";
import { objectKey } from "./rule-context.ts";

/** Something that never gets its turn, with the one of another or the same Ingress that takes it. */
export interface Loser<T> {
  readonly loser: T;
  readonly winner: T;
}

/**
 * Of several that ask for the same, finds which ones lose: the oldest Ingress wins, as ingress-nginx does it, and within
 * one Ingress the first. Ingresses that show different addresses stand on load balancers of their own and do not meet.
 *
 * One pass over the group: thousands of Ingresses of the AWS controller may ask for the same, each on its own address.
 *
 * @see {@link https://kubernetes.github.io/ingress-nginx/how-it-works/#building-the-nginx-model}
 */
export function findLosers<T extends { readonly source: RouteSource }>(group: readonly T[]): readonly Loser<T>[] {
  const losers: Loser<T>[] = [];
  const winners: T[] = [];
  const byAddress = new Map<string, number>();
  let withoutAddress: number | undefined;
  for (const item of group.toSorted((a, b) => compareAge(a.source, b.source))) {
    const { addresses } = item.source;
    // One without an address may end on any load balancer, so it meets all the others.
    const met = addresses.length === 0
      ? (winners.length > 0 ? [0] : [])
      : [...addresses.map((address) => byAddress.get(address)), withoutAddress].filter((index) => index !== undefined);
    const winner = met.length === 0 ? undefined : winners[Math.min(...met)];
    if (winner !== undefined) {
      losers.push({ loser: item, winner });
      continue;
    }
    for (const address of addresses) byAddress.set(address, winners.length);
    if (addresses.length === 0) withoutAddress ??= winners.length;
    winners.push(item);
  }
  return losers;
}

/**
 * Whether an Ingress can take something from another: not those of GKE, which have a load balancer each, nor those that
 * repeat routes on purpose, are being deleted, or that no controller takes.
 */
export function meetsNeighbours(source: RouteSource): boolean {
  if (source.className === "gce" || source.className === "gce-internal") return false;
  const isTaken = source.className !== undefined || source.addresses.length > 0;
  return isTaken && source.repeatsRoutes === undefined && !source.isBeingDeleted;
}

/** Oldest first, then by namespace and name; sort() is stable, so what one Ingress holds keeps its order. */
function compareAge(a: RouteSource, b: RouteSource): number {
  const age = (a.createdAtMs ?? Number.MAX_SAFE_INTEGER) - (b.createdAtMs ?? Number.MAX_SAFE_INTEGER);
  return age || compareText(objectKey(a.ref), objectKey(b.ref));
}
