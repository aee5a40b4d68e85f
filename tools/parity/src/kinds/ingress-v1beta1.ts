import { validate, type ValidateOptions, type ValidationIssue } from "@kubeschema/validators";
import type { ParityKind } from "../compare-kind.ts";
import { create } from "../endpoint.ts";
import { fullMetadata, metadataAdded, names, portNames } from "../pools.ts";
import { ingress } from "./ingress.ts";

const service = (serviceName: string, servicePort: unknown): Record<string, unknown> => ({ serviceName, servicePort });

/** An old version of Ingress, which is validated by `validate()`, since it has no module of its own. */
function oldIngress(name: string, apiVersion: string): ParityKind {
  const base = { apiVersion, kind: "Ingress", metadata: fullMetadata };
  const { port: _, number: __, service: ___, ...pools } = ingress.pools;
  return {
    name,
    endpoints: [create(`/apis/${apiVersion}/namespaces/default/ingresses`)],
    validate: judge,
    bases: [
      {
        ...base,
        spec: {
          ingressClassName: "public",
          backend: { resource: { apiGroup: "example.com", kind: "Bucket", name: "static" } },
          tls: [{ hosts: ["a.example.com", "*.example.com"], secretName: "web-tls" }],
          rules: [
            {
              host: "a.example.com",
              http: {
                paths: [
                  { path: "/", backend: service("web", 80) },
                  { path: "/exact", pathType: "Exact", backend: service("api", "http") },
                  { path: "/prefix", pathType: "Prefix", backend: service("api", 443) },
                ],
              },
            },
            { host: "*.example.com", http: { paths: [{ backend: service("x", 1) }] } },
          ],
        },
      },
      { ...base, spec: { backend: service("web", 80) } },
    ],
    pools: {
      ...pools,
      serviceName: names,
      servicePort: [...portNames, 0, 1, -1, 65535, 65536, 2147483647, 2147483648, 1.5, "0", "65536", null],
      backend: [
        {},
        { serviceName: null },
        { servicePort: "" },
        { servicePort: null },
        { servicePort: 0 },
        { serviceName: "", servicePort: 0 },
        { resource: {} },
        { ...service("a", 1), resource: {} },
        { servicePort: "", resource: { kind: "K", name: "n" } },
        { resource: { apiGroup: "A", kind: "a/%b", name: ".." } },
        { service: { name: "a", port: { number: 1 } } },
      ],
      spec: [{}, { rules: [{}] }, { backend: {} }, { defaultBackend: service("a", 1) }],
    },
    added: { "": ["status"], metadata: metadataAdded },
  };
}

async function judge(value: unknown, options?: ValidateOptions): Promise<readonly ValidationIssue[]> {
  const { status, issues } = await validate(value, options);
  if (status === "unknown-kind") throw new Error("validate() does not know the kind");
  return issues;
}

export const extensionsIngress: ParityKind = oldIngress("Ingress extensions/v1beta1", "extensions/v1beta1");
export const betaIngress: ParityKind = oldIngress("Ingress v1beta1", "networking.k8s.io/v1beta1");
