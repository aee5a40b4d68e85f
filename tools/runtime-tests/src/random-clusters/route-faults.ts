import { type AskedRoute, askedRoutes, routeKey } from "./asked-routes.ts";
import { changePath } from "./backend-faults.ts";
import type { Certificate } from "../certificate.ts";
import { zoneOf } from "./certificates.ts";
import { type ClusterObject, type IngressObject, isIngress, nameOf, type Path, withStatus } from "./cluster-object.ts";
import { formatTime } from "./random-cluster.ts";
import { type Injected, pickRoute, type RandomFault, type Target } from "./random-fault.ts";

/** Faults between routes: each brings an Ingress of a team that did not know of the first. */
export const routeFaults: readonly RandomFault[] = [
  {
    rule: "route/duplicate",
    way: "another team asks for the same host and path",
    inject: onSharedHost(({ path, pathType }) => [{ path, pathType }], { isError: true }),
  },
  {
    rule: "route/duplicate",
    way: "another team has a copy of the whole, with a certificate of its own",
    inject: onSharedHost(({ path, pathType }) => [{ path, pathType }], { isError: true, hasTls: true }),
  },
  {
    rule: "route/shadowed",
    way: "another team asks for the same prefix in another way",
    inject: onSharedHost(({ path, pathType }, used) =>
      pathType === "Prefix" && !used.has(`ImplementationSpecific ${path}`)
        ? [{ path, pathType: "ImplementationSpecific" }]
        : undefined
    ),
  },
  {
    rule: "tls/duplicate-sni",
    way: "another team has a path of the host, and a certificate of its own",
    inject: onSharedHost(() => [{ path: "/of-another-team", pathType: "Prefix" }], { hasTls: true }),
  },
  {
    rule: "route/wildcard-overlap",
    way: "another team takes one path of a host that a wildcard served",
    inject: (target) => {
      const route = pickRoute(target, ({ host, ingress }) => host.startsWith("*.") && isNeighbour(target, ingress));
      if (route === undefined) return undefined;
      const host = `only-api.${zoneOf(route.host)}`;
      const { ingress, objects } = addIngress(target, route, { host, paths: [{ path: "/api", pathType: "Prefix" }] });
      return { objects, object: `Ingress ${nameOf(ingress)}` };
    },
  },
  {
    rule: "route/regex-path",
    way: "a prefix is written as a pattern",
    inject: (target) => {
      const hosts = new Set(
        target.objects.filter(isIngress).filter(({ metadata }) =>
          metadata.annotations?.["nginx.ingress.kubernetes.io/use-regex"] === "true"
        ).flatMap(({ spec: { rules = [] } }) => rules.map(({ host }) => host)),
      );
      const route = pickRoute(
        target,
        ({ host, pathType, path }) => pathType === "Prefix" && !hosts.has(host) && path !== "/",
      );
      if (route === undefined) return undefined;
      const objects = changePath(target.objects, route, (path) => ({ ...path, path: `${path.path}/.*` }));
      return { objects, object: `Ingress ${nameOf(route.ingress)}` };
    },
  },
];

type PathOf = Pick<Path, "path" | "pathType">;

/** Adds a younger Ingress of another team to the host of a route, on the same load balancer. */
function onSharedHost(
  pathsFor: (route: AskedRoute, used: ReadonlySet<string>) => readonly PathOf[] | undefined,
  { isError = false, hasTls = false }: { readonly isError?: boolean; readonly hasTls?: boolean } = {},
): (target: Target) => Injected | undefined {
  return (target) => {
    const route = pickRoute(
      target,
      ({ host, path, tls, ingress }) =>
        host !== "" && path !== "" && isNeighbour(target, ingress) &&
        (!hasTls || tls?.hosts?.includes(host) === true && tls.secretName !== undefined),
    );
    if (route === undefined) return undefined;
    const used = new Set(
      askedRoutes(target.objects).filter(({ host }) => host === route.host).map(({ pathType, path }) =>
        `${pathType} ${path}`
      ),
    );
    const paths = pathsFor(route, used);
    if (paths === undefined) return undefined;
    const { host } = route;
    const { ingress, objects } = addIngress(target, route, { host, paths, hasTls });
    const object = `Ingress ${nameOf(ingress)}`;
    const broken = paths.map(({ path, pathType }) => routeKey(nameOf(ingress), host, path, pathType));
    return { objects, object, ...(isError ? { broken } : {}) };
  };
}

/** Not on a load balancer of its own, with an address, and there on no other Ingress's account. */
function isNeighbour({ atMs }: Target, { metadata, spec, status }: IngressObject): boolean {
  const isCopy = metadata.labels !== undefined ||
    metadata.annotations?.["nginx.ingress.kubernetes.io/canary"] !== undefined;
  const hasOwnBalancer = metadata.annotations?.["kubernetes.io/ingress.class"]?.startsWith("gce") === true ||
    spec.ingressClassName === "alb" && metadata.annotations?.["alb.ingress.kubernetes.io/group.name"] === undefined;
  return !isCopy && !hasOwnBalancer && (status.loadBalancer.ingress ?? []).length > 0 &&
    Date.parse(metadata.creationTimestamp ?? "") < atMs - 86_400_000;
}

function addIngress(
  { objects, certificates, atMs }: Target,
  { ingress: first }: AskedRoute,
  { host, paths, hasTls = false }: {
    readonly host: string;
    readonly paths: readonly PathOf[];
    readonly hasTls?: boolean;
  },
): { readonly ingress: IngressObject; readonly objects: readonly ClusterObject[] } {
  const namespace = "team-z";
  const backend = { service: { name: "other", port: { number: 80 } } };
  const tls = hasTls ? { tls: [{ hosts: [host], secretName: "other-tls" }] } : {};
  const { ingressClassName } = first.spec;
  // What the first one shows may have an error of its own.
  const shown = (first.status.loadBalancer.ingress ?? []).map((entry) => ({ ...entry, ports: undefined }));
  const { managedFields: _, labels: __, ...metadata } = first.metadata;
  const ingress: IngressObject = {
    ...withStatus(first, shown),
    metadata: {
      ...metadata,
      namespace,
      name: "other",
      uid: "uid-other",
      creationTimestamp: formatTime(atMs - 7_200_000),
    },
    spec: {
      ...(ingressClassName === undefined ? {} : { ingressClassName }),
      rules: [{ host, http: { paths: paths.map((path) => ({ ...path, backend })) } }],
      ...tls,
    },
  };
  const labels = { "kubernetes.io/service-name": "other" };
  const rest: readonly ClusterObject[] = [
    {
      apiVersion: "v1",
      kind: "Service",
      metadata: { namespace, name: "other" },
      spec: { selector: { app: "other" }, ports: [{ port: 80 }] },
    },
    {
      apiVersion: objects.find(({ kind }) => kind === "EndpointSlice")?.apiVersion ?? "discovery.k8s.io/v1",
      kind: "EndpointSlice",
      metadata: { namespace, name: "other-1", labels },
      addressType: "IPv4",
      ports: [{ name: "", port: 80, protocol: "TCP" }],
      endpoints: [{ addresses: ["10.3.0.1"], conditions: { ready: true } }],
    },
    ...(hasTls ? [secret(namespace, certificates[zoneOf(host)].renewed)] : []),
  ];
  return { ingress, objects: [...objects, ingress, ...rest] };
}

function secret(namespace: string, { certificatePem, keyPem }: Certificate): ClusterObject {
  return {
    apiVersion: "v1",
    kind: "Secret",
    metadata: { namespace, name: "other-tls" },
    type: "kubernetes.io/tls",
    data: { "tls.crt": btoa(certificatePem), "tls.key": btoa(keyPem) },
  };
}
