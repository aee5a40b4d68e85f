import { objectKey } from "../../observe/object-key.ts";
import { compareText } from "@kubeschema/model/compare-text";
import type { RouteSource } from "../../routes/route.ts";

/** Something that never gets its turn, with the one of another or the same Ingress that takes it. */
export interface Loser<T> {
  readonly loser: T;
  readonly winner: T;
}

/**
 * Of several that ask for the same, finds which ones lose: the oldest Ingress wins, as ingress-nginx does it, and
 * within one Ingress the first. Ingresses that show different addresses are on different load balancers and do not
 * collide.
 *
 * One pass over the group: thousands of Ingresses of the AWS controller may ask for the same, each on its own address.
 *
 * @param isAlone Tells an Ingress that has a load balancer of its own, so that it meets none but itself.
 * @see {@link https://kubernetes.github.io/ingress-nginx/how-it-works/#building-the-nginx-model}
 */
export function findLosers<T extends { readonly source: RouteSource }>(
  group: readonly T[],
  isAlone: (source: RouteSource) => boolean = () => false,
): readonly Loser<T>[] {
  const losers: Loser<T>[] = [];
  const winners: T[] = [];
  const byAddress = new Map<string, number>();
  // Among those that may share a load balancer.
  let first: number | undefined;
  let withoutAddress: number | undefined;
  for (const item of group.toSorted((a, b) => compareAge(a.source, b.source))) {
    const alone = isAlone(item.source);
    const addresses = alone ? [`only ${objectKey(item.source.ref)}`] : item.source.addresses;
    // One without an address may end on any load balancer, so it meets all the others.
    const met = [
      ...addresses.map((address) => byAddress.get(address)),
      alone ? undefined : addresses.length === 0 ? first : withoutAddress,
    ].filter((index) => index !== undefined);
    const winner = met.length === 0 ? undefined : winners[Math.min(...met)];
    if (winner !== undefined) {
      losers.push({ loser: item, winner });
      continue;
    }
    for (const address of addresses) byAddress.set(address, winners.length);
    if (addresses.length === 0) withoutAddress ??= winners.length;
    if (!alone) first ??= winners.length;
    winners.push(item);
  }
  return losers;
}

/** Oldest first, then by namespace and name; sort() is stable, so what one Ingress holds keeps its order. */
function compareAge(a: RouteSource, b: RouteSource): number {
  const age = (a.createdAtMs ?? Number.MAX_SAFE_INTEGER) - (b.createdAtMs ?? Number.MAX_SAFE_INTEGER);
  return age || compareText(objectKey(a.ref), objectKey(b.ref));
}
