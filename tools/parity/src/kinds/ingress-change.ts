import { validateIngressStatus, validateIngressUpdate } from "@kubeschema/validators/ingress-change";
import type { ParityKind } from "../compare-kind.ts";
import type { JsonObject } from "../mutate.ts";
import { addresses, names } from "../pools.ts";
import { ingress } from "./ingress.ts";

const collection = "/apis/networking.k8s.io/v1/namespaces/default/ingresses";
const betaCollection = "/apis/networking.k8s.io/v1beta1/namespaces/default/ingresses";
const backend = { service: { name: "web", port: { number: 80 } } };

/** An existing, valid Ingress. */
const stored = {
  apiVersion: "networking.k8s.io/v1",
  kind: "Ingress",
  metadata: { name: "stored" },
  spec: { defaultBackend: backend },
};

/** One that only the old API accepts: the name of its Secret and the path of its wildcard rule are wrong. */
const old = {
  apiVersion: "networking.k8s.io/v1",
  kind: "Ingress",
  metadata: { name: "old" },
  spec: {
    tls: [{ secretName: "Bad_Name" }],
    rules: [{ host: "*.example.com", http: { paths: [{ path: "/", pathType: "Prefix", backend: {} }] } }],
  },
};
const oldAsBeta = {
  ...old,
  apiVersion: "networking.k8s.io/v1beta1",
  spec: {
    tls: old.spec.tls,
    rules: [{
      host: "*.example.com",
      http: { paths: [{ path: "/", pathType: "Prefix", backend: { serviceName: "Bad_Name", servicePort: 80 } }] },
    }],
  },
};

/** Updates of an Ingress. */
export const ingressUpdate: ParityKind = {
  ...ingress,
  name: "Ingress update",
  validate: (value, options) => validateIngressUpdate(stored, named(value, "stored"), options),
  prepare: async (server) => void await server.request("POST", collection, stored),
  endpoints: [{ method: "PUT", path: `${collection}/stored`, toServer: (object) => named(object, "stored") }],
};

/** Updates of an Ingress that already breaks rules. */
export const oldIngressUpdate: ParityKind = {
  ...ingress,
  name: "old Ingress update",
  validate: (value, options) => validateIngressUpdate(old, named(value, "old"), options),
  needs: betaCollection,
  prepare: async (server) => void await server.request("POST", betaCollection, oldAsBeta),
  endpoints: [{ method: "PUT", path: `${collection}/old`, toServer: (object) => named(object, "old") }],
};

/** Writes of an Ingress's status. */
export const ingressStatus: ParityKind = {
  name: "Ingress status",
  validate: validateIngressStatus,
  prepare: async (server) => void await server.request("POST", collection, stored),
  endpoints: [{ method: "PUT", path: `${collection}/stored/status` }],
  bases: [{
    ...stored,
    status: { loadBalancer: { ingress: [{ ip: "203.0.113.1" }, { hostname: "lb.example.com" }, { ip: "fd00::1" }] } },
  }],
  pools: {
    status: [{}, null, { loadBalancer: null }, { loadBalancer: { ingress: [null, {}] } }],
    ip: [...addresses, ...names],
    hostname: [...names, ...addresses, "*.a", "a.b."],
    ingress: [[], null, {}, { ip: "x", hostname: "A" }, { ip: "", hostname: "" }],
  },
  added: { ingress: ["ip", "hostname"] },
  fixed: ["metadata", "name", "spec", "defaultBackend", "service", "port", "number"],
};

/** The name is part of the request. */
function named(value: unknown, name: string): JsonObject {
  // Mutants are objects.
  const object = value as JsonObject;
  const { metadata } = object;
  const isObject = typeof metadata === "object" && metadata !== null && !Array.isArray(metadata);
  if (!isObject && metadata !== undefined && metadata !== null) return object;
  return { ...object, metadata: { ...(isObject ? metadata : {}), name } };
}
