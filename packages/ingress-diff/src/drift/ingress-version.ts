import { isJsonObject, type JsonObject } from "../observe/json-value.ts";

/** The versions of Ingress there ever were; the two older ones have the same shape. */
export type IngressVersion = "networking.k8s.io/v1" | "networking.k8s.io/v1beta1" | "extensions/v1beta1";

/** Narrows to a version of Ingress; other APIs have kinds of the same name. */
export function isIngressVersion(apiVersion: unknown): apiVersion is IngressVersion {
  return apiVersion === "networking.k8s.io/v1" || isOldVersion(apiVersion);
}

/** Tells whether a version has the shape of `v1beta1`. */
export function isOldVersion(apiVersion: unknown): boolean {
  return apiVersion === "networking.k8s.io/v1beta1" || apiVersion === "extensions/v1beta1";
}

/**
 * Converts an Ingress to another version as the API server does. What does not have the shape of an Ingress stays as it is, for the
 * validators to find.
 *
 * `.spec.backend` is `.spec.defaultBackend` in `v1`; `serviceName` and `servicePort` of a backend are `service.name`
 * and `service.port.name` or `.number`; a path without a `pathType` is `ImplementationSpecific` in `v1beta1`.
 *
 * @see {@link https://kubernetes.io/docs/reference/using-api/deprecation-guide/#ingress-v122}
 */
export function convertIngress(object: JsonObject, to: IngressVersion): JsonObject {
  const isOld = isOldVersion(object.apiVersion);
  if (isOld === isOldVersion(to)) return { ...object, apiVersion: to };
  const { spec } = object;
  if (!isJsonObject(spec)) return { ...object, apiVersion: to };
  return { ...object, apiVersion: to, spec: isOld ? toNewSpec(spec) : toOldSpec(spec) };
}

function toNewSpec({ backend, rules, ...spec }: JsonObject): JsonObject {
  return {
    ...spec,
    ...(backend === undefined ? {} : { defaultBackend: toNewBackend(backend) }),
    ...(rules === undefined ? {} : { rules: mapPaths(rules, toNewPath) }),
  };
}

function toOldSpec({ defaultBackend, rules, ...spec }: JsonObject): JsonObject {
  return {
    ...spec,
    ...(defaultBackend === undefined ? {} : { backend: toOldBackend(defaultBackend) }),
    ...(rules === undefined ? {} : { rules: mapPaths(rules, toOldPath) }),
  };
}

function mapPaths(rules: unknown, convert: (path: JsonObject) => JsonObject): unknown {
  if (!Array.isArray(rules)) return rules;
  return rules.map((rule: unknown) => {
    if (!isJsonObject(rule) || !isJsonObject(rule.http) || !Array.isArray(rule.http.paths)) return rule;
    const paths = rule.http.paths.map((path: unknown) => (isJsonObject(path) ? convert(path) : path));
    return { ...rule, http: { ...rule.http, paths } };
  });
}

function toNewPath(path: JsonObject): JsonObject {
  const backend = path.backend === undefined ? {} : { backend: toNewBackend(path.backend) };
  return { ...path, pathType: path.pathType ?? "ImplementationSpecific", ...backend };
}

function toOldPath(path: JsonObject): JsonObject {
  return { ...path, ...(path.backend === undefined ? {} : { backend: toOldBackend(path.backend) }) };
}

function toNewBackend(backend: unknown): unknown {
  if (!isJsonObject(backend)) return backend;
  const { serviceName, servicePort, ...rest } = backend;
  const isNamed = isSet(serviceName) || (servicePort !== undefined && servicePort !== null && servicePort !== 0);
  if (!isNamed) return rest;
  return { ...rest, service: { name: serviceName ?? "", ...toNewPort(servicePort) } };
}

function toNewPort(port: unknown): JsonObject {
  if (port === undefined || port === null) return {};
  return { port: typeof port === "string" ? { name: port } : { number: port } };
}

function toOldBackend(backend: unknown): unknown {
  if (!isJsonObject(backend)) return backend;
  const { service, ...rest } = backend;
  // Go writes the port also where there is none.
  if (!isJsonObject(service)) return { ...rest, servicePort: 0 };
  const port = isJsonObject(service.port) ? service.port : {};
  return { ...rest, serviceName: service.name, servicePort: isSet(port.name) ? port.name : port.number ?? 0 };
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "";
}
