import { type Backend, type IngressObject, isIngress, type TlsEntry } from "../objects/ingress-object.ts";
import { type KubeObject, nameOf } from "../objects/kube-object.ts";

/** A route as the tests read it from the objects, without any code of the tool. */
export interface AskedRoute {
  readonly key: string;
  readonly ingress: IngressObject;
  readonly host: string;
  readonly path: string;
  readonly pathType: string;
  readonly backend?: Backend;
  /** `namespace/name` of its Service. */
  readonly service?: string;
  /** `namespace/name` of the Secret with its certificate. */
  readonly secret?: string;
  readonly tls?: TlsEntry;
}

/** Lists every route that Ingresses request; those that are being deleted are left out. */
export function askedRoutes(objects: readonly KubeObject[]): readonly AskedRoute[] {
  return objects.filter(isIngress).filter(({ metadata }) => metadata.deletionTimestamp === undefined).flatMap(
    ofIngress,
  );
}

/** Writes a route's name in the tests. */
export function routeKey(ingress: string, host: string, path: string, pathType: string): string {
  return `${ingress} ${host || "*"} ${path} ${pathType}`;
}

function ofIngress(ingress: IngressObject): readonly AskedRoute[] {
  const { rules = [], defaultBackend } = ingress.spec;
  const routes = rules.flatMap(({ host = "", http }) =>
    http === undefined
      ? [toRoute(ingress, host, { path: "", pathType: "None" })]
      : http.paths.map((path) => toRoute(ingress, host, path))
  );
  if (defaultBackend === undefined) return routes;
  return [...routes, toRoute(ingress, "", { path: "", pathType: "Default", backend: defaultBackend })];
}

function toRoute(
  ingress: IngressObject,
  host: string,
  { path, pathType, backend }: { readonly path: string; readonly pathType: string; readonly backend?: Backend },
): AskedRoute {
  const { namespace } = ingress.metadata;
  const tls = tlsOf(ingress, host);
  return {
    key: routeKey(nameOf(ingress), host, path, pathType),
    ingress,
    host,
    path,
    pathType,
    ...(backend === undefined ? {} : { backend }),
    ...(backend?.service === undefined ? {} : { service: `${namespace}/${backend.service.name}` }),
    ...(tls === undefined ? {} : { tls }),
    ...(tls?.secretName === undefined ? {} : { secret: `${namespace}/${tls.secretName}` }),
  };
}

/** Finds the entry with the host itself, else with its wildcard, else without hosts. */
function tlsOf({ spec: { tls = [] } }: IngressObject, host: string): TlsEntry | undefined {
  const [, ...rest] = host.split(".");
  const wildcard = host.startsWith("*") || rest.length === 0 ? host : ["*", ...rest].join(".");
  return tls.find(({ hosts }) => hosts?.includes(host)) ?? tls.find(({ hosts }) => hosts?.includes(wildcard)) ??
    tls.find(({ hosts = [] }) => hosts.length === 0);
}
