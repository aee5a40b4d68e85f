import type { Example } from "./example.ts";
import { ingress, service, slice, withSpec } from "./shop.ts";

const blog = [service("blog"), slice("blog")];
const toBlog = { backend: { service: { name: "blog", port: { name: "http" } } } };
const later = { creationTimestamp: "2026-05-02T00:00:00Z" };

/** Examples of the rules on backends and routes. */
export const backendAndRouteExamples: Readonly<Record<string, Example>> = {
  "backend/service-missing": { objects: [service("other")], without: ["Service shop/web"] },
  "backend/port-missing": { objects: [withSpec("Service", { ports: [{ port: 8080 }] })] },
  "backend/port-protocol": { objects: [withSpec("Service", { ports: [{ name: "http", port: 80, protocol: "UDP" }] })] },
  "backend/no-endpoints": { objects: [slice("other")], without: ["EndpointSlice shop/web-1"] },
  "backend/no-ready-endpoints": {
    objects: [slice("web", [{ addresses: ["10.1.0.1"], conditions: { ready: false } }])],
  },
  "backend/external-name": {
    objects: [withSpec("Service", { type: "ExternalName", externalName: "shop.example.net" })],
  },
  "backend/resource-missing": {
    objects: [
      ingress({ path: { backend: { resource: { apiGroup: "storage.example", kind: "Bucket", name: "gone" } } } }),
      { apiVersion: "storage.example/v1", kind: "Bucket", metadata: { namespace: "shop", name: "here" } },
    ],
  },
  "route/duplicate": { objects: [...blog, ingress({ name: "copy", metadata: later, path: toBlog })] },
  "route/shadowed": {
    objects: [
      ...blog,
      ingress({ name: "shadow", metadata: later, path: { pathType: "ImplementationSpecific", ...toBlog } }),
    ],
  },
  "route/wildcard-overlap": {
    objects: [
      ingress({ host: "www.shop.example", path: { path: "/v1" } }),
      ingress({ name: "any", host: "*.shop.example", path: toBlog }),
      ...blog,
    ],
  },
  "route/regex-path": { objects: [ingress({ path: { path: "/api/(.*)" } })] },
};
