import type { BackendRef, IngressObject, IngressPath, IngressRule, PortRef, StatusEntry } from "./cluster-view.ts";
import { isJsonObject, type JsonObject, objectAt, objectsAt, optional, stringAt, stringsAt } from "./json-value.ts";
import { readIgnoredRules } from "./read-ignored-rules.ts";
import { readMetadata } from "./read-metadata.ts";

/**
 * Reads an Ingress of networking.k8s.io/v1, networking.k8s.io/v1beta1 or extensions/v1beta1.
 *
 * The v1beta1 forms are told apart by their fields, so an object without `apiVersion` (an item of a list) works too:
 * `serviceName`/`servicePort` become `service.name`/`service.port`, `.spec.backend` becomes `.spec.defaultBackend`, and
 * a missing `pathType` is `ImplementationSpecific`, the v1beta1 default.
 *
 * @throws {TypeError} If the object has no name.
 */
export function readIngress(object: JsonObject): IngressObject {
  const metadata = readMetadata(object, "default");
  const spec = objectAt(object, "spec");
  const defaultBackend = readBackend(spec.defaultBackend ?? spec.backend);
  return {
    namespace: metadata.namespace,
    name: metadata.name,
    ...optional("createdAt", metadata.createdAt),
    isBeingDeleted: metadata.isBeingDeleted,
    // An empty name is no class: the server refuses to store one, a hand-written snapshot may hold it.
    ...optional("className", stringAt(spec, "ingressClassName") || undefined),
    ...optional("classAnnotation", stringAt(metadata.annotations, "kubernetes.io/ingress.class")),
    isAcmeSolver: metadata.labels["acme.cert-manager.io/http01-solver"] === "true",
    isCanary: metadata.annotations["nginx.ingress.kubernetes.io/canary"] === "true",
    ...optional("defaultBackend", defaultBackend),
    rules: objectsAt(spec, "rules").map(readRule),
    tls: objectsAt(spec, "tls").map((entry) => ({
      hosts: stringsAt(entry, "hosts"),
      ...optional("secretName", stringAt(entry, "secretName") || undefined),
    })),
    statusEntries: readStatus(object),
    ...optional("ignoredRules", readIgnoredRules(metadata.annotations)),
  };
}

function readRule(rule: JsonObject): IngressRule {
  const host = stringAt(rule, "host") ?? "";
  if (!isJsonObject(rule.http)) return { host };
  return { host, paths: objectsAt(rule.http, "paths").flatMap(readPath) };
}

function readPath(path: JsonObject): readonly IngressPath[] {
  const backend = readBackend(path.backend);
  if (backend === undefined) return [];
  const pathType = stringAt(path, "pathType") ?? "ImplementationSpecific";
  return [{ path: stringAt(path, "path") ?? "", pathType, backend }];
}

function readBackend(backend: unknown): BackendRef | undefined {
  if (!isJsonObject(backend)) return undefined;
  const service = objectAt(backend, "service");
  const name = stringAt(service, "name") ?? stringAt(backend, "serviceName");
  if (name !== undefined) {
    const port = objectAt(service, "port");
    return {
      type: "service",
      name,
      ...optional("port", readPort(port.name) ?? readPort(port.number) ?? readPort(backend.servicePort)),
    };
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
  return objectsAt(objectAt(objectAt(object, "status"), "loadBalancer"), "ingress").map((entry) => ({
    ...optional("ip", stringAt(entry, "ip") || undefined),
    ...optional("hostname", stringAt(entry, "hostname") || undefined),
  }));
}
