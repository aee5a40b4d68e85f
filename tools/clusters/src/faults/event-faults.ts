import { entriesOf } from "../objects/ingress-object.ts";
import { findObject, formatReference } from "../objects/kube-object.ts";
import { warningEvent } from "../objects/warning-event.ts";
import { formatTime } from "../place/format-time.ts";
import { pickRoute } from "../place/place.ts";
import { type FaultRow, routesOf } from "./fault.ts";
import { onIngress } from "./on-ingress.ts";
import { warningAbout } from "./warning-about.ts";

/** Faults that only events show. */
export const eventFaults: readonly FaultRow[] = [
  {
    rule: "event/warning",
    way: "a controller warns of an Ingress, and nothing else shows it",
    severity: "warning",
    inject: onIngress((ingress) => entriesOf(ingress).length > 0, (ingress, { atMs }) => ({
      ingress,
      others: [warningAbout(ingress, atMs)],
    })),
  },
  {
    rule: "event/warning",
    way: "a controller warns of a Service that a route leads to",
    severity: "warning",
    inject: (place) => {
      const { objects, atMs } = place;
      const route = pickRoute(place, ({ service }) => service !== undefined);
      const service = findObject(objects, "Service", route?.service ?? "");
      if (service?.metadata.namespace === undefined) return undefined;
      const event = warningEvent(service.metadata.name, {
        kind: "Service",
        namespace: service.metadata.namespace,
        reason: "SyncLoadBalancerFailed",
        lastSeenAt: formatTime(atMs - 60_000),
      });
      return {
        objects: [...objects, event],
        object: formatReference(service),
        routes: routesOf(objects, (one) => one.service === route?.service),
      };
    },
  },
];
