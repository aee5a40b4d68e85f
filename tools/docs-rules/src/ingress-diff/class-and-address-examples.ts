import type { Example } from "./example.ts";
import { ingress, ingressClass } from "./shop.ts";

const isDefault = { "ingressclass.kubernetes.io/is-default-class": "true" };
const old = { manager: "old-controller", operation: "Update", apiVersion: "networking.k8s.io/v1" };
const statusFields = { "f:status": { "f:loadBalancer": { "f:ingress": {} } } };

/** Examples of the rules on classes and addresses. */
export const classAndAddressExamples: Readonly<Record<string, Example>> = {
  "class/missing": { objects: [ingress({ spec: { ingressClassName: "gone" }, status: [] })] },
  "class/none": { objects: [ingress({ spec: { ingressClassName: undefined }, status: [] })] },
  "class/multiple-defaults": { objects: [ingressClass("nginx", isDefault), ingressClass("second", isDefault)] },
  "class/annotation-deprecated": {
    objects: [ingress({
      metadata: { annotations: { "kubernetes.io/ingress.class": "nginx" } },
      spec: { ingressClassName: undefined },
    })],
  },
  "class/annotation-conflict": {
    objects: [
      ingressClass("internal"),
      ingress({ metadata: { annotations: { "kubernetes.io/ingress.class": "internal" } } }),
    ],
  },
  "class/parameters-missing": {
    objects: [
      ingressClass("nginx", undefined, {
        parameters: { apiGroup: "example.com", kind: "Settings", name: "gone" },
      }),
      { apiVersion: "example.com/v1", kind: "Settings", metadata: { name: "other" } },
    ],
  },
  "address/pending": { objects: [ingress({ status: [] }), ingress({ name: "help", host: "help.shop.example" })] },
  "address/empty-entry": { objects: [ingress({ status: [{}] })] },
  "address/wrong-load-balancer": {
    objects: [
      ingressClass("internal"),
      ingress({ spec: { ingressClassName: "internal" } }),
      ...["office", "wiki"].map((name) =>
        ingress({
          name,
          host: `${name}.shop.example`,
          spec: { ingressClassName: "internal" },
          status: [{ hostname: "lb.internal.example" }],
        })
      ),
      ingress({ name: "help", host: "help.shop.example" }),
    ],
  },
  "address/stale": {
    objects: [
      ingress({
        metadata: {
          managedFields: [
            {
              ...old,
              subresource: "status",
              time: "2026-05-02T00:00:00Z",
              fieldsType: "FieldsV1",
              fieldsV1: statusFields,
            },
            {
              ...old,
              manager: "kubectl-patch",
              time: "2026-05-03T00:00:00Z",
              fieldsType: "FieldsV1",
              fieldsV1: { "f:spec": { "f:ingressClassName": {} } },
            },
          ],
        },
        status: [{ ip: "203.0.113.99" }],
      }),
      ...["help", "blog"].map((name) => ingress({ name, host: `${name}.shop.example` })),
    ],
  },
  "address/port-error": {
    objects: [ingress({
      status: [{ ip: "203.0.113.10", ports: [{ port: 443, protocol: "TCP", error: "CertificateRefused" }] }],
    })],
  },
  "event/warning": {
    objects: [{
      apiVersion: "v1",
      kind: "Event",
      metadata: { namespace: "shop", name: "web.1" },
      type: "Warning",
      involvedObject: { apiVersion: "networking.k8s.io/v1", kind: "Ingress", namespace: "shop", name: "web" },
      reason: "FailedBuildModel",
      message: "no subnet was found",
      lastTimestamp: "2026-05-31T23:50:00Z",
    }],
  },
  "api/removed-version-writer": {
    objects: [ingress({
      metadata: {
        managedFields: [{
          manager: "helm",
          operation: "Update",
          apiVersion: "extensions/v1beta1",
          time: "2026-05-02T00:00:00Z",
          fieldsType: "FieldsV1",
          fieldsV1: { "f:spec": { "f:rules": {} } },
        }],
      },
    })],
  },
};
