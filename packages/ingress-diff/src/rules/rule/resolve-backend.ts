import type { ClusterView, EndpointSliceObject, ServiceObject, ServicePort } from "../../observe/cluster-view.ts";
import { objectKey } from "../../observe/object-key.ts";
import type { Route, RouteBackend } from "../../routes/route.ts";

/** How far a route's backend could be followed. */
export type BackendResolution =
  /** No Service is requested. */
  | { readonly state: "other" }
  /** The list that would tell was not observed. */
  | { readonly state: "services-unknown" }
  | { readonly state: "endpoints-unknown" }
  | { readonly state: "service-missing" }
  /** A DNS name outside the cluster: it has no endpoints to look at. */
  | { readonly state: "external-name"; readonly service: ServiceObject }
  | { readonly state: "port-missing"; readonly service: ServiceObject }
  /** The port is not one of TCP, which is all that HTTP is sent over. */
  | { readonly state: "port-protocol"; readonly service: ServiceObject; readonly port: ServicePort }
  | {
    readonly state: "endpoints";
    readonly service: ServiceObject;
    readonly portName: string;
    readonly endpoints: EndpointCount;
  };

/** Endpoints of one port of a Service. */
export interface EndpointCount {
  readonly ready: number;
  readonly total: number;
  /** Terminating and still serving. */
  readonly draining: number;
  /** Ready on any port of the Service. */
  readonly readyOnAnyPort: number;
  /** On any port of the Service, ready or not. */
  readonly totalOnAnyPort: number;
  readonly sliceCount: number;
}

/** What following a backend needs. */
export interface BackendIndexes {
  readonly view: ClusterView;
  /** By `namespace/name`. */
  readonly services: ReadonlyMap<string, ServiceObject>;
  /** By `namespace/name` of their Service. */
  readonly slices: ReadonlyMap<string, readonly EndpointSliceObject[]>;
}

/** Follows a route to its Service, port and endpoints; the answer is kept per Service and port. */
export function createBackendResolver(context: BackendIndexes): (route: Route) => BackendResolution {
  const known = new Map<string, BackendResolution>();
  // Most routes share their backend with others, and then no key need be made.
  const byBackend = new Map<RouteBackend, BackendResolution>();
  return ({ backend }) => {
    if (backend?.type !== "service") return { state: "other" };
    const found = byBackend.get(backend);
    if (found !== undefined) return found;
    // Names hold neither space nor slash, or they would not be stored; a port by number is not one by name.
    const service = objectKey(backend);
    const key = `${service} ${typeof backend.port} ${backend.port}`;
    let resolution = known.get(key);
    if (resolution === undefined) {
      resolution = resolve(context, service, backend.port);
      known.set(key, resolution);
    }
    byBackend.set(backend, resolution);
    return resolution;
  };
}

function resolve(context: BackendIndexes, key: string, port: number | string | undefined): BackendResolution {
  if (context.view.lists.services.state !== "observed") return { state: "services-unknown" };
  const service = context.services.get(key);
  if (service === undefined) return { state: "service-missing" };
  if (service.isExternalName) return { state: "external-name", service };
  const servicePort = findPort(service, port);
  if (servicePort === undefined) return { state: "port-missing", service };
  if (servicePort.protocol !== "TCP") return { state: "port-protocol", service, port: servicePort };
  if (context.view.lists.endpointslices.state !== "observed") return { state: "endpoints-unknown" };
  return {
    state: "endpoints",
    service,
    portName: servicePort.name,
    endpoints: countEndpoints(context, key, servicePort.name),
  };
}

/** A number is `.spec.ports[].port`, never targetPort or nodePort; a text is `.spec.ports[].name`, never a number. */
function findPort(service: ServiceObject, port: number | string | undefined): ServicePort | undefined {
  if (typeof port === "number") {
    // TCP and UDP ports may share a number, as with HTTP/3.
    const ports = service.ports.filter((candidate) => candidate.port === port);
    return ports.find(({ protocol }) => protocol === "TCP") ?? ports[0];
  }
  if (typeof port === "string") return service.ports.find((candidate) => candidate.name === port);
  return service.ports.length === 1 ? service.ports[0] : undefined;
}

function countEndpoints(context: BackendIndexes, key: string, portName: string): EndpointCount {
  const slices = context.slices.get(key) ?? [];
  const onPort = new Map<string, boolean>();
  const anywhere = new Set<string>();
  const readyAnywhere = new Set<string>();
  const draining = new Set<string>();
  for (const slice of slices) {
    const hasPort = slice.portNames.includes(portName);
    for (const { key: endpoint, isReady, isDraining } of slice.endpoints) {
      anywhere.add(endpoint);
      if (isReady) readyAnywhere.add(endpoint);
      // Slices overlap while the controller moves endpoints between them: ready in one is ready.
      if (hasPort) onPort.set(endpoint, isReady || onPort.get(endpoint) === true);
      if (hasPort && isDraining) draining.add(endpoint);
    }
  }
  return {
    ready: [...onPort.values()].filter((isReady) => isReady).length,
    total: onPort.size,
    draining: draining.size,
    readyOnAnyPort: readyAnywhere.size,
    totalOnAnyPort: anywhere.size,
    sliceCount: slices.length,
  };
}
