import type { AnyObject } from "@kubeschema/types";

const webhook = {
  admissionReviewVersions: ["v1"],
  clientConfig: { service: { name: "hook", namespace: "absent", path: "/check" } },
  // No kind is in this group: the webhook is stored, but never called.
  rules: [{ apiGroups: ["none.example"], apiVersions: ["v1"], operations: ["CREATE"], resources: ["things"] }],
  sideEffects: "None",
  timeoutSeconds: 1,
};

/** The cluster-scoped objects. */
export const clusterObjects: readonly AnyObject[] = [
  { apiVersion: "v1", kind: "Namespace", metadata: { name: "live", labels: { team: "web" } } },
  {
    apiVersion: "v1",
    kind: "Node",
    metadata: { name: "live" },
    spec: { podCIDR: "10.0.0.0/24", taints: [{ key: "live", effect: "NoSchedule" }], unschedulable: true },
  },
  {
    apiVersion: "v1",
    kind: "PersistentVolume",
    metadata: { name: "live" },
    spec: {
      capacity: { storage: "1Gi" },
      accessModes: ["ReadWriteOnce"],
      persistentVolumeReclaimPolicy: "Retain",
      local: { path: "/data" },
      nodeAffinity: {
        required: { nodeSelectorTerms: [{ matchExpressions: [{ key: "name", operator: "In", values: ["live"] }] }] },
      },
    },
  },
  {
    apiVersion: "networking.k8s.io/v1",
    kind: "IngressClass",
    metadata: { name: "live" },
    spec: { controller: "example.io/live", parameters: { apiGroup: "example.io", kind: "Params", name: "live" } },
  },
  {
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: "ClusterRole",
    metadata: { name: "live" },
    aggregationRule: { clusterRoleSelectors: [{ matchLabels: { aggregate: "live" } }] },
    rules: [],
  },
  {
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: "ClusterRoleBinding",
    metadata: { name: "live" },
    subjects: [{ apiGroup: "rbac.authorization.k8s.io", kind: "Group", name: "live" }],
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "live" },
  },
  {
    apiVersion: "storage.k8s.io/v1",
    kind: "StorageClass",
    metadata: { name: "live" },
    provisioner: "example.io/live",
    parameters: { type: "fast" },
    mountOptions: ["ro"],
    allowVolumeExpansion: true,
    allowedTopologies: [{ matchLabelExpressions: [{ key: "zone", values: ["a"] }] }],
  },
  {
    apiVersion: "storage.k8s.io/v1",
    kind: "VolumeAttachment",
    metadata: { name: "live" },
    spec: { attacher: "live.example.io", nodeName: "live", source: { persistentVolumeName: "live" } },
  },
  {
    apiVersion: "storage.k8s.io/v1",
    kind: "CSIDriver",
    metadata: { name: "live.example.io" },
    spec: { attachRequired: false, podInfoOnMount: true, volumeLifecycleModes: ["Ephemeral"] },
  },
  {
    apiVersion: "storage.k8s.io/v1",
    kind: "CSINode",
    metadata: { name: "live" },
    spec: { drivers: [{ name: "live.example.io", nodeID: "1", topologyKeys: ["zone"], allocatable: { count: 4 } }] },
  },
  {
    apiVersion: "scheduling.k8s.io/v1",
    kind: "PriorityClass",
    metadata: { name: "live" },
    value: 1000,
    description: "What users wait for",
    preemptionPolicy: "Never",
  },
  {
    apiVersion: "node.k8s.io/v1",
    kind: "RuntimeClass",
    metadata: { name: "live" },
    handler: "gvisor",
    overhead: { podFixed: { cpu: "10m" } },
    scheduling: { nodeSelector: { sandboxed: "true" } },
  },
  {
    apiVersion: "admissionregistration.k8s.io/v1",
    kind: "ValidatingWebhookConfiguration",
    metadata: { name: "live" },
    webhooks: [{ name: "live.example.io", ...webhook }],
  },
  {
    apiVersion: "admissionregistration.k8s.io/v1",
    kind: "MutatingWebhookConfiguration",
    metadata: { name: "live" },
    webhooks: [{ name: "live.example.io", ...webhook, reinvocationPolicy: "IfNeeded" }],
  },
  {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: "things.live.example" },
    spec: {
      group: "live.example",
      scope: "Namespaced",
      names: { kind: "Thing", plural: "things", singular: "thing", listKind: "ThingList" },
      versions: [{
        name: "v1",
        served: true,
        storage: true,
        subresources: { status: {}, scale: { specReplicasPath: ".spec.n", statusReplicasPath: ".status.n" } },
        additionalPrinterColumns: [{ name: "N", type: "integer", jsonPath: ".spec.n" }],
        schema: {
          openAPIV3Schema: {
            type: "object",
            properties: {
              spec: {
                type: "object",
                required: ["n"],
                properties: {
                  n: { type: "integer", minimum: 0, default: 1 },
                  mode: { type: "string", enum: ["fast", "slow"] },
                  size: { "x-kubernetes-int-or-string": true },
                  tags: { type: "array", items: { type: "string" }, "x-kubernetes-list-type": "set" },
                  more: { type: "object", "x-kubernetes-preserve-unknown-fields": true },
                  limits: { type: "object", additionalProperties: { type: "string", pattern: "^[0-9]+$" } },
                },
              },
            },
          },
        },
      }],
    },
  },
  {
    apiVersion: "apiregistration.k8s.io/v1",
    kind: "APIService",
    metadata: { name: "v1.aggregated.example" },
    spec: {
      group: "aggregated.example",
      version: "v1",
      groupPriorityMinimum: 100,
      versionPriority: 10,
      insecureSkipTLSVerify: true,
      service: { name: "absent", namespace: "absent", port: 443 },
    },
  },
];
