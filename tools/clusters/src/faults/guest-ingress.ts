import { entriesOf, type IngressObject, type Path, repeatsRoutes, withStatus } from "../objects/ingress-object.ts";
import { serviceBackend } from "../objects/ingress.ts";
import type { KubeObject } from "../objects/kube-object.ts";
import { endpoint, service, slice } from "../objects/service.ts";
import { tlsSecret } from "../objects/tls-secret.ts";
import type { AskedRoute } from "../place/asked-route.ts";
import { formatTime } from "../place/format-time.ts";
import { isOlderThan, type Place, zoneOf } from "../place/place.ts";

/** The request of another team. */
export interface GuestOptions {
  readonly host: string;
  readonly paths: readonly Pick<Path, "path" | "pathType">[];
  /** Whether it has a certificate of its own. */
  readonly hasTls?: boolean;
}

/** The Ingress of another team, and all its objects. */
export interface Guest {
  readonly ingress: IngressObject;
  readonly objects: readonly KubeObject[];
}

/** Adds a younger Ingress of another team, in the class of a route's Ingress and on its load balancer. */
export function addGuest(
  place: Place,
  { ingress: first }: AskedRoute,
  { host, paths, hasTls = false }: GuestOptions,
): Guest {
  const { guestNamespace: namespace, objects, atMs } = place;
  const { ingressClassName } = first.spec;
  const { annotations } = first.metadata;
  // The first one's status may have an error of its own.
  const shown = entriesOf(first).map((entry) => ({ ...entry, ports: undefined }));
  const ingress: IngressObject = {
    ...withStatus(first, shown),
    metadata: {
      namespace,
      name: "other",
      creationTimestamp: formatTime(atMs - 7_200_000),
      ...(annotations === undefined ? {} : { annotations }),
    },
    spec: {
      ...(ingressClassName === undefined ? {} : { ingressClassName }),
      rules: [{
        host,
        http: { paths: paths.map((path) => ({ ...path, backend: serviceBackend("other", 80) })) },
      }],
      ...(hasTls ? { tls: [{ hosts: [host], secretName: "other-tls" }] } : {}),
    },
  };
  const { renewed } = place.certificatesOf(zoneOf(place, host));
  const endpoints = { ports: [{ name: "", port: 80, protocol: "TCP" }], endpoints: [endpoint("10.3.0.1", true)] };
  const apiVersion = objects.find(({ kind }) => kind === "EndpointSlice")?.apiVersion ?? "discovery.k8s.io/v1";
  return {
    ingress,
    objects: [
      ...objects,
      ingress,
      service("other", { ports: [{ port: 80, protocol: "TCP" }] }, { namespace }),
      { ...slice("other", endpoints, { namespace }), apiVersion },
      ...(hasTls ? [tlsSecret("other-tls", renewed.pem, { namespace, keyPem: renewed.keyPem })] : []),
    ],
  };
}

/** Tells whether another Ingress can share a load balancer with one: not where each has its own. */
export function takesGuests(place: Place, ingress: IngressObject): boolean {
  const { metadata: { annotations = {} }, spec } = ingress;
  const hasOwnBalancer = annotations["kubernetes.io/ingress.class"]?.startsWith("gce") === true ||
    spec.ingressClassName === "alb" && annotations["alb.ingress.kubernetes.io/group.name"] === undefined;
  return !repeatsRoutes(ingress) && !hasOwnBalancer && entriesOf(ingress).length > 0 &&
    isOlderThan(place, ingress, 86_400_000);
}
