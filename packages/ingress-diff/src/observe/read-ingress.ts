import type {
  BackendRef,
  IngressObject,
  IngressPath,
  IngressRule,
  PortError,
  PortRef,
  StatusEntry,
} from "./cluster-view.ts";
import { isJsonObject, type JsonObject, objectAt, objectsAt, optional, stringAt, stringsAt } from "./json-value.ts";
import { keepDefined } from "./keep-defined.ts";
import { readIgnoredRules } from "./read-ignored-rules.ts";
import { readIngressAnnotations } from "./read-ingress-annotations.ts";
import { readManagedFields } from "./read-managed-fields.ts";
import { readMetadata } from "./read-metadata.ts";

/**
 * Annotations that choose a load balancer, so that an Ingress may have another address than the rest of its class: the
 * IngressGroups and names of the AWS controller, Cilium's modes, the private address of Azure's gateway, and the
 * reserved addresses of GKE.
 *
 * @see {@link https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/}
 * @see {@link https://docs.cilium.io/en/stable/network/servicemesh/ingress/}
 */
const loadBalancerAnnotations = [
  "alb.ingress.kubernetes.io/group.name",
  "alb.ingress.kubernetes.io/load-balancer-name",
  "ingress.cilium.io/loadbalancer-mode",
  "appgw.ingress.kubernetes.io/use-private-ip",
  "kubernetes.io/ingress.global-static-ip-name",
  "kubernetes.io/ingress.regional-static-ip-name",
];

/**
 * Reads an Ingress of networking.k8s.io/v1, networking.k8s.io/v1beta1 or extensions/v1beta1.
 *
 * The v1beta1 forms are distinguished by their fields, so an object without `apiVersion` (an item of a list) works too:
 * `serviceName`/`servicePort` become `service.name`/`service.port`, `.spec.backend` becomes `.spec.defaultBackend`, and
 * a missing `pathType` is `ImplementationSpecific`, the v1beta1 default.
 *
 * @throws {TypeError} If the object has no name.
 */
export function readIngress(object: JsonObject): IngressObject {
  const metadata = readMetadata(object, "default");
  const spec = objectAt(object, "spec");
  const rules = objectsAt(spec, "rules").map(readRule);
  const defaultBackend = readBackend(spec.defaultBackend ?? spec.backend);
  return {
    namespace: metadata.namespace,
    name: metadata.name,
    ...optional("uid", metadata.uid),
    ...optional("createdAt", metadata.createdAt),
    ...optional("labels", readLabels(metadata.labels)),
    isBeingDeleted: metadata.isBeingDeleted,
    // An empty name is not a class: the server refuses to store one, a hand-written snapshot may hold it.
    ...optional("className", stringAt(spec, "ingressClassName") || undefined),
    ...optional("classAnnotation", stringAt(metadata.annotations, "kubernetes.io/ingress.class")),
    isAcmeSolver: metadata.labels["acme.cert-manager.io/http01-solver"] === "true",
    isCanary: metadata.annotations["nginx.ingress.kubernetes.io/canary"] === "true",
    ...readIngressAnnotations(metadata.annotations, rules.map(({ host }) => host)),
    choosesLoadBalancer: loadBalancerAnnotations.some((key) => key in metadata.annotations),
    writers: readManagedFields(object),
    ...optional("defaultBackend", defaultBackend),
    rules,
    tls: objectsAt(spec, "tls").map((entry) => ({
      hosts: stringsAt(entry, "hosts"),
      ...optional("secretName", stringAt(entry, "secretName") || undefined),
    })),
    statusEntries: readStatus(object),
    ...optional("ignoredRules", readIgnoredRules(metadata.annotations)),
  };
}

function readLabels(labels: JsonObject): Readonly<Record<string, string>> | undefined {
  const entries = Object.entries(labels).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function readRule(rule: JsonObject): IngressRule {
  const host = stringAt(rule, "host") ?? "";
  if (!isJsonObject(rule.http)) return { host };
  return { host, paths: keepDefined(objectsAt(rule.http, "paths").map(readPath)) };
}

function readPath(path: JsonObject): IngressPath | undefined {
  const backend = readBackend(path.backend);
  if (backend === undefined) return undefined;
  const pathType = stringAt(path, "pathType") ?? "ImplementationSpecific";
  return { path: stringAt(path, "path") ?? "", pathType, backend };
}

function readBackend(backend: unknown): BackendRef | undefined {
  if (!isJsonObject(backend)) return undefined;
  const service = objectAt(backend, "service");
  const name = stringAt(service, "name") ?? stringAt(backend, "serviceName");
  if (name !== undefined) {
    const given = objectAt(service, "port");
    const port = readPort(given.name) ?? readPort(given.number) ?? readPort(backend.servicePort);
    return port === undefined ? { type: "service", name } : { type: "service", name, port };
  }
  const resource = objectAt(backend, "resource");
  const kind = stringAt(resource, "kind");
  if (kind === undefined) return undefined;
  return {
    type: "resource",
    apiGroup: stringAt(resource, "apiGroup") ?? "",
    kind,
    name: stringAt(resource, "name") ?? "",
  };
}

function readPort(port: unknown): PortRef | undefined {
  // Go writes the unused half of the pair as 0 or "" in some clients.
  return (typeof port === "number" || typeof port === "string") && port !== 0 && port !== "" ? port : undefined;
}

function readStatus(object: JsonObject): readonly StatusEntry[] {
  return objectsAt(objectAt(objectAt(object, "status"), "loadBalancer"), "ingress").map((entry) => {
    const portErrors = objectsAt(entry, "ports").flatMap(readPortError);
    return {
      ...optional("ip", stringAt(entry, "ip") || undefined),
      ...optional("hostname", stringAt(entry, "hostname") || undefined),
      ...optional("portErrors", portErrors.length === 0 ? undefined : portErrors),
    };
  });
}

function readPortError(port: JsonObject): readonly PortError[] {
  const error = stringAt(port, "error");
  if (error === undefined || error === "" || typeof port.port !== "number") return [];
  return [{ port: port.port, protocol: stringAt(port, "protocol") ?? "TCP", error }];
}
