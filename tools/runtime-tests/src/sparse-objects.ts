import type { KubeObject } from "@kubeschema-tools/clusters";

const metadata = { name: "sparse" };
const rbac = "rbac.authorization.k8s.io/v1";
const storage = "storage.k8s.io/v1";

/** Objects without some of what the OpenAPI marks as required, which a server of Kubernetes 1.20 accepts. */
export const sparseObjects: readonly (readonly [name: string, object: KubeObject])[] = [
  ["an event about nothing", { apiVersion: "v1", kind: "Event", metadata: { ...metadata, namespace: "default" } }],
  ["a limit range without limits", { apiVersion: "v1", kind: "LimitRange", metadata, spec: {} }],
  ["a revision of no number", { apiVersion: "apps/v1", kind: "ControllerRevision", metadata, data: { a: 1 } }],
  ["a priority of 0", { apiVersion: "scheduling.k8s.io/v1", kind: "PriorityClass", metadata }],
  ["a driver without a spec", { apiVersion: storage, kind: "CSIDriver", metadata }],
  ["a node without a spec", { apiVersion: storage, kind: "CSINode", metadata }],
  ["a node without drivers", { apiVersion: storage, kind: "CSINode", metadata, spec: {} }],
  ["a binding without a group", {
    apiVersion: rbac,
    kind: "RoleBinding",
    metadata,
    roleRef: { kind: "Role", name: "a" },
    subjects: [{ kind: "ServiceAccount", name: "a", namespace: "default" }, { kind: "User", name: "b" }],
  }],
  ["a binding of the cluster without a group", {
    apiVersion: rbac,
    kind: "ClusterRoleBinding",
    metadata,
    roleRef: { kind: "ClusterRole", name: "a" },
  }],
  ["a version of a custom resource that is neither served nor stored", {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: "shops.example.com" },
    spec: {
      group: "example.com",
      scope: "Namespaced",
      names: { plural: "shops", kind: "Shop" },
      versions: ["v1", "v2"].map((name) => ({
        name,
        ...(name === "v1" ? { storage: true } : {}),
        schema: { openAPIV3Schema: { type: "object" } },
      })),
    },
    status: { conditions: [{}] },
  }],
  ["a status of nothing", {
    apiVersion: "autoscaling/v1",
    kind: "HorizontalPodAutoscaler",
    metadata,
    spec: { maxReplicas: 1, scaleTargetRef: { kind: "Deployment", name: "a" } },
    status: {},
  }],
  ["a condition of nothing", { apiVersion: "v1", kind: "Node", metadata, status: { conditions: [{}] } }],
  ["a Deployment with a condition of nothing", {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata,
    spec: {
      selector: { matchLabels: { a: "b" } },
      template: { metadata: { labels: { a: "b" } }, spec: { containers: [{ name: "a", image: "b" }] } },
    },
    status: { conditions: [{}] },
  }],
];
