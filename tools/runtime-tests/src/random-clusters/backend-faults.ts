import type { AskedRoute } from "./asked-routes.ts";
import {
  type ClusterObject,
  findObject,
  type IngressObject,
  nameOf,
  type Path,
  replaceObject,
  withSpec,
} from "./cluster-object.ts";
import { brokenRoutes, type Injected, pickRoute, type RandomFault, type Target } from "./random-fault.ts";

interface ServicePort {
  readonly name?: string;
  readonly port: number;
  readonly protocol?: string;
}

/** Faults of what routes lead to. */
export const backendFaults: readonly RandomFault[] = [
  {
    rule: "backend/service-missing",
    way: "the Service is deleted",
    inject: onService(({ objects }, service) =>
      objects.filter((object) => object !== service && !isSliceOf(service, object))
    ),
  },
  {
    rule: "backend/service-missing",
    way: "the Service is deleted and its slices are left",
    inject: onService(({ objects }, service) => objects.filter((object) => object !== service)),
  },
  {
    rule: "backend/service-missing",
    way: "an Ingress mistypes the name",
    inject: (target) => {
      const route = pickRoute(target, ({ service, path }) => service !== undefined && path !== "");
      if (route?.service === undefined) return undefined;
      const name = `${route.service.split("/")[1]}x`;
      const objects = changePath(target.objects, route, (path) => ({
        ...path,
        backend: { service: { ...path.backend.service ?? { port: { number: 80 } }, name } },
      }));
      const service = `${route.ingress.metadata.namespace}/${name}`;
      return { objects, object: `Service ${service}`, broken: brokenRoutes(objects, (one) => one.service === service) };
    },
  },
  {
    rule: "backend/port-missing",
    way: "the Service has other ports now",
    inject: onService(({ objects }, service) =>
      replaceObject(objects, service, withSpec(service, { ports: [{ name: "other", port: 4000 }] }))
    ),
  },
  {
    rule: "backend/port-missing",
    way: "an Ingress names the targetPort or the port of a node",
    inject: (target) => {
      const route = pickRoute(target, (one) => one.path !== "" && kindOf(target, one) === "endpoints");
      if (route === undefined) return undefined;
      const port = { number: target.dice.pick([30_080, 8081, 1]) };
      const objects = changePath(target.objects, route, (path) => ({
        ...path,
        backend: { service: { name: path.backend.service?.name ?? "", port } },
      }));
      const broken = brokenRoutes(
        objects,
        ({ service, backend }) => service === route.service && backend?.service?.port.number === port.number,
      );
      return { objects, object: `Service ${route.service}`, broken };
    },
  },
  {
    rule: "backend/port-protocol",
    way: "the ports are of UDP",
    inject: onService(({ objects }, service) => {
      // Of two ports with one number the one of TCP stays for another Service.
      const ports = portsOf(service);
      if (new Set(ports.map(({ port }) => port)).size < ports.length || ports.length > 1) return undefined;
      const udp = ports.map((port) => ({ ...port, protocol: "UDP" }));
      return replaceObject(objects, service, withSpec(service, { ports: udp }));
    }),
  },
  {
    rule: "backend/resource-missing",
    way: "an Ingress mistypes the name of a bucket",
    inject: (target) => {
      const route = pickRoute(target, ({ backend }) => backend?.resource !== undefined);
      if (route?.backend?.resource === undefined) return undefined;
      const resource = { ...route.backend.resource, name: "statics" };
      const objects = changePath(target.objects, route, (path) => ({ ...path, backend: { resource } }));
      return { objects, object: `Bucket ${route.ingress.metadata.namespace}/statics`, broken: [route.key] };
    },
  },
  {
    rule: "backend/no-endpoints",
    way: "the slices are gone",
    inject: onService(({ objects }, service) => objects.filter((object) => !isSliceOf(service, object))),
  },
  {
    rule: "backend/no-endpoints",
    way: "it is scaled to zero",
    inject: onService(({ objects }, service) =>
      objects.map((object) => isSliceOf(service, object) ? { ...object, endpoints: [], ports: null } : object)
    ),
  },
  {
    rule: "backend/no-ready-endpoints",
    way: "no pod is ready",
    inject: onService(({ objects }, service) =>
      objects.map((object) =>
        isSliceOf(service, object) ? { ...object, endpoints: [notReady(1), notReady(2)] } : object
      )
    ),
  },
  {
    rule: "backend/no-ready-endpoints",
    way: "the pods do not have the port",
    inject: onService(({ objects }, service) =>
      objects.map((object) => isSliceOf(service, object) ? { ...object, ports: [{ name: "old", port: 1 }] } : object)
    ),
  },
];

/** Breaks a Service that has endpoints and that routes lead to. */
function onService(
  change: (target: Target, service: ClusterObject) => readonly ClusterObject[] | undefined,
): (target: Target) => Injected | undefined {
  return (target) => {
    const route = pickRoute(target, (one) => kindOf(target, one) === "endpoints");
    const service = findObject(target.objects, "Service", route?.service ?? "");
    const objects = service === undefined ? undefined : change(target, service);
    if (service === undefined || objects === undefined) return undefined;
    const broken = brokenRoutes(objects, (one) => one.service === nameOf(service));
    return { objects, object: `Service ${nameOf(service)}`, broken };
  };
}

/** Of what kind a route's Service is. */
function kindOf({ objects }: Target, { service }: AskedRoute): "none" | "external" | "endpoints" {
  const found = findObject(objects, "Service", service ?? "");
  if (found === undefined) return "none";
  return (found.spec as { readonly type?: string }).type === "ExternalName" ? "external" : "endpoints";
}

function portsOf(service: ClusterObject): readonly ServicePort[] {
  return (service.spec as { readonly ports?: readonly ServicePort[] }).ports ?? [];
}

function isSliceOf(service: ClusterObject, object: ClusterObject): boolean {
  return object.kind === "EndpointSlice" && object.metadata.namespace === service.metadata.namespace &&
    object.metadata.labels?.["kubernetes.io/service-name"] === service.metadata.name;
}

function notReady(index: number): object {
  return { addresses: [`10.2.0.${index}`], conditions: { ready: false } };
}

/** Changes the one path that a route stands for. */
export function changePath(
  objects: readonly ClusterObject[],
  { ingress, host, path, pathType }: AskedRoute,
  change: (path: Path) => Path,
): readonly ClusterObject[] {
  const rules = ingress.spec.rules?.map((rule) =>
    (rule.host ?? "") !== host || rule.http === undefined ? rule : {
      ...rule,
      http: { paths: rule.http.paths.map((one) => one.path === path && one.pathType === pathType ? change(one) : one) },
    }
  );
  const changed: IngressObject = withSpec(ingress, { rules });
  return replaceObject(objects, ingress, changed);
}
