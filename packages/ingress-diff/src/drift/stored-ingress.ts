import { isJsonObject, type JsonObject, objectAt } from "../observe/json-value.ts";
import { convertIngress } from "./ingress-version.ts";

/** What a user may set of an Ingress, as the server stores it and in the words of networking.k8s.io/v1. */
export interface StoredIngress {
  readonly metadata: {
    readonly labels: JsonObject;
    readonly annotations: JsonObject;
    readonly finalizers: readonly unknown[];
    readonly ownerReferences: readonly unknown[];
  };
  readonly spec: {
    readonly ingressClassName?: string;
    readonly defaultBackend?: JsonObject;
    readonly tls: readonly JsonObject[];
    readonly rules: readonly JsonObject[];
  };
}

/** The annotation in which `kubectl apply` keeps what it applied; it never counts as a difference. */
export const lastAppliedAnnotation: string = "kubectl.kubernetes.io/last-applied-configuration";

/**
 * Reads an Ingress of any version as the server decodes it: `null` is absent, empty texts and lists are where Go omits
 * them, unknown fields and what only the server sets are dropped.
 *
 * The value must have the structure of an Ingress.
 *
 * @see {@link https://github.com/kubernetes/api/blob/master/networking/v1/types.go} for what is omitted when empty
 */
export function toStoredIngress(object: JsonObject): StoredIngress {
  const { metadata, spec } = convertIngress(object, "networking.k8s.io/v1");
  const meta = isJsonObject(metadata) ? metadata : {};
  const { [lastAppliedAnnotation]: _, ...annotations } = textMap(meta.annotations);
  const source = isJsonObject(spec) ? spec : {};
  return {
    metadata: {
      labels: textMap(meta.labels),
      annotations,
      finalizers: listOf(meta.finalizers),
      ownerReferences: listOf(meta.ownerReferences).map(withoutNulls),
    },
    spec: {
      ...(typeof source.ingressClassName === "string" ? { ingressClassName: source.ingressClassName } : {}),
      ...(isJsonObject(source.defaultBackend) ? { defaultBackend: toBackend(source.defaultBackend) } : {}),
      tls: listOf(source.tls).map((entry) => toTls(isJsonObject(entry) ? entry : {})),
      rules: listOf(source.rules).map((rule) => toRule(isJsonObject(rule) ? rule : {})),
    },
  };
}

function toTls(entry: JsonObject): JsonObject {
  const hosts = listOf(entry.hosts).map((host) => host ?? "");
  return { ...(hosts.length === 0 ? {} : { hosts }), ...textField(entry, "secretName") };
}

function toRule(rule: JsonObject): JsonObject {
  if (!isJsonObject(rule.http)) return textField(rule, "host");
  const paths = listOf(rule.http.paths).map((path) => toPath(isJsonObject(path) ? path : {}));
  return { ...textField(rule, "host"), http: { paths } };
}

function toPath(path: JsonObject): JsonObject {
  return { ...textField(path, "path"), ...textField(path, "pathType"), backend: toBackend(objectAt(path, "backend")) };
}

function toBackend({ service, resource }: JsonObject): JsonObject {
  return {
    ...(isJsonObject(service) ? { service: { name: service.name ?? "", port: toPort(service.port) } } : {}),
    ...(isJsonObject(resource) ? { resource: withoutNulls(resource) } : {}),
  };
}

function toPort(port: unknown): JsonObject {
  if (!isJsonObject(port)) return {};
  return { ...textField(port, "name"), ...(port.number ? { number: port.number } : {}) };
}

/** A text that Go omits when it is empty. */
function textField(object: JsonObject, key: string): JsonObject {
  return object[key] === undefined || object[key] === null || object[key] === "" ? {} : { [key]: object[key] };
}

/** Go reads `null` as the empty text. */
function textMap(map: unknown): JsonObject {
  if (!isJsonObject(map)) return {};
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, value ?? ""]));
}

function withoutNulls(object: unknown): unknown {
  if (!isJsonObject(object)) return object;
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
