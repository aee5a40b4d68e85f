import { classOf, entriesOf, type IngressObject, isIngress, withStatus } from "../objects/ingress-object.ts";
import { withMetadata, withSpec } from "../objects/kube-object.ts";
import { writer } from "../objects/writer.ts";
import { askedRoutes } from "../place/asked-route.ts";
import { formatTime } from "../place/format-time.ts";
import {
  controllerOf,
  hasWildcard,
  isInGroup,
  othersOfClass,
  pickIngress,
  type Place,
  sharersOf,
  zoneOf,
} from "../place/place.ts";
import type { FaultRow } from "./fault.ts";
import { onIngress } from "./on-ingress.ts";
import { warningAbout } from "./warning-about.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Faults in the status. */
export const addressFaults: readonly FaultRow[] = [
  {
    rule: "address/pending",
    way: "the controller skips an Ingress",
    severity: "error",
    inject: onIngress(hasAddressedPeer, (ingress) => ({ ingress: withoutAddress(ingress) })),
  },
  {
    rule: "address/pending",
    way: "the controller skips an Ingress and says so in an event",
    severity: "error",
    inject: onIngress(hasAddressedPeer, (ingress, { atMs }) => ({
      ingress: withoutAddress(ingress),
      others: [warningAbout(ingress, atMs)],
    })),
  },
  {
    rule: "address/empty-entry",
    way: "the entry of the status is empty",
    severity: "error",
    inject: onIngress(hasAddress, (ingress) => ({ ingress: withStatus(ingress, [{}]) })),
  },
  {
    rule: "address/port-error",
    way: "a port of the load balancer has an error",
    severity: "error",
    inject: onIngress(hasAddress, (ingress) => {
      const ports = [{ port: 443, protocol: "TCP", error: "CertificateRefused" }];
      return { ingress: withStatus(ingress, entriesOf(ingress).map((entry) => ({ ...entry, ports }))) };
    }),
  },
  {
    rule: "address/wrong-load-balancer",
    way: "the class was switched and the address stayed",
    severity: "error",
    needs: { peers: 1, strangers: 3 },
    inject: onIngress(
      // A host that is thereby left to a wildcard is another finding.
      (ingress, place) => isOneOfClass(ingress, place) && !isUnderWildcard(ingress, place),
      (ingress, { dice, objects }) => {
        const controller = controllerOf(objects, ingress);
        const others = objects.filter(isIngress).filter((other) =>
          ![undefined, controller].includes(controllerOf(objects, other) as string | undefined) && !isInGroup(other) &&
          sharersOf(objects, other, isUnedited) >= 2
        );
        if (others.length === 0 || controller === undefined) return undefined;
        return { ingress: withSpec(ingress, { ingressClassName: classOf(dice.pick(others)) }) };
      },
    ),
  },
  {
    rule: "address/stale",
    way: "the class was set after the status was written",
    severity: "warning",
    needs: { peers: 1 },
    inject: onIngress(
      (ingress, place) =>
        ingress.spec.ingressClassName !== undefined && isOneOfClass(ingress, place) &&
        sharersOf(place.objects, ingress) * 2 > othersOfClass(place.objects, ingress).length + 1,
      (ingress, { atMs }) => ({
        ingress: withMetadata(withStatus(ingress, [{ ip: "203.0.113.99" }]), {
          managedFields: [
            writer("old-controller", formatTime(atMs - 2 * dayMs), ["status"]),
            writer("kubectl-patch", formatTime(atMs - dayMs), ["class"]),
          ],
        }),
      }),
    ),
  },
  {
    rule: "address/stale",
    way: "the class moved to another address and one was left behind",
    severity: "warning",
    needs: { ownClass: true, peers: 1, writers: true },
    // A server sets the creation time itself, and an older write would precede it.
    only: "snapshot",
    inject: (place) => {
      const { objects, atMs } = place;
      // Those that had their address before, and were written since, show the move.
      const left = pickIngress(
        place,
        (ingress) =>
          ingress.metadata.managedFields !== undefined && classOf(ingress) !== undefined && !isInGroup(ingress) &&
          sharersOf(
              objects,
              ingress,
              ({ metadata }) => (metadata.creationTimestamp ?? "") < (ingress.metadata.creationTimestamp ?? ""),
            ) >= 2,
      );
      if (left === undefined) return undefined;
      const moving = new Set(othersOfClass(objects, left).filter(hasAddress));
      return {
        objects: objects.map((object) =>
          isIngress(object) && moving.has(object)
            ? withStatusWrittenAt(withStatus(object, [{ ip: "198.51.100.99" }]), atMs - hourMs)
            : object
        ),
        object: `Ingress ${left.metadata.namespace}/${left.metadata.name}`,
      };
    },
  },
];

function hasAddress(ingress: IngressObject): boolean {
  return entriesOf(ingress).length > 0;
}

function hasAddressedPeer(ingress: IngressObject, { objects }: Place): boolean {
  return classOf(ingress) !== undefined && hasAddress(ingress) && othersOfClass(objects, ingress).some(hasAddress);
}

/** On the load balancer of its class, with at least two others. */
function isOneOfClass(ingress: IngressObject, { objects }: Place): boolean {
  return !isInGroup(ingress) && sharersOf(objects, ingress) >= 2;
}

function isUnderWildcard(ingress: IngressObject, place: Place): boolean {
  return askedRoutes([ingress]).some(({ host }) => host !== "" && hasWildcard(place.objects, zoneOf(place, host)));
}

/** Its status is not older than its spec, so its address is certainly that of its class. */
function isUnedited({ metadata: { managedFields = [] } }: IngressObject): boolean {
  const times = managedFields.map((entry) => "time" in entry ? String(entry.time) : "").sort();
  const last = managedFields.find((entry) => "time" in entry && entry.time === times.at(-1));
  return last === undefined || "subresource" in last;
}

function withoutAddress(ingress: IngressObject): IngressObject {
  const { managedFields } = ingress.metadata;
  const bare = withStatus(ingress, []);
  if (managedFields === undefined) return bare;
  return withMetadata(bare, { managedFields: managedFields.filter((entry) => !("subresource" in entry)) });
}

function withStatusWrittenAt(ingress: IngressObject, timeMs: number): IngressObject {
  const { managedFields } = ingress.metadata;
  if (managedFields === undefined) return ingress;
  return withMetadata(ingress, {
    managedFields: managedFields.map((entry) =>
      "subresource" in entry ? { ...entry, time: formatTime(timeMs) } : entry
    ),
  });
}
