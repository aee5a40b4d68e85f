import type { JsonValue } from "@kubeschema/model";

const exampleLabels = { app: "example" };
const exampleContainers = [{ name: "example", image: "registry.example/example:1.0" }];
const podTemplate = { metadata: { labels: exampleLabels }, spec: { containers: exampleContainers } };
const workload = { selector: { matchLabels: exampleLabels }, template: podTemplate };
const job = { template: { spec: { containers: exampleContainers, restartPolicy: "Never" } } };
const target = { apiVersion: "apps/v1", kind: "Deployment", name: "example" };
const noName = { metadata: {} };

/**
 * Fields that the API server requires of a definition and its schema does not, and values that say more than "example".
 * The fields of an object are added to what the schema requires, or replace it.
 *
 * @see {@link https://github.com/kubernetes/kubernetes/tree/master/pkg/apis} the validation of each group
 */
export const exampleValues: Readonly<Record<string, JsonValue>> = {
  "io.k8s.api.apps.v1.DaemonSet": { spec: workload },
  "io.k8s.api.apps.v1.Deployment": { spec: { replicas: 1, ...workload } },
  "io.k8s.api.apps.v1.ReplicaSet": { spec: { replicas: 1, ...workload } },
  "io.k8s.api.apps.v1.StatefulSet": { spec: { replicas: 1, serviceName: "example", ...workload } },
  "io.k8s.api.authorization.v1.LocalSubjectAccessReview": noName,
  "io.k8s.api.authorization.v1.SelfSubjectAccessReview": noName,
  "io.k8s.api.authorization.v1.SelfSubjectRulesReview": noName,
  "io.k8s.api.authorization.v1.SubjectAccessReview": noName,
  "io.k8s.api.autoscaling.v1.HorizontalPodAutoscaler": { spec: { maxReplicas: 3, scaleTargetRef: target } },
  "io.k8s.api.autoscaling.v2.HorizontalPodAutoscaler": { spec: { maxReplicas: 3, scaleTargetRef: target } },
  "io.k8s.api.batch.v1.CronJob": { spec: { schedule: "0 3 * * *", jobTemplate: { spec: job } } },
  "io.k8s.api.batch.v1.Job": { spec: job },
  "io.k8s.api.core.v1.ConfigMap": { data: { key: "value" } },
  "io.k8s.api.core.v1.Event": { metadata: { name: "example" } },
  "io.k8s.api.core.v1.PersistentVolume": {
    spec: { capacity: { storage: "1Gi" }, accessModes: ["ReadWriteOnce"], hostPath: { path: "/data" } },
  },
  "io.k8s.api.core.v1.PersistentVolumeClaim": {
    spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } } },
  },
  "io.k8s.api.core.v1.Pod": { spec: { containers: exampleContainers } },
  "io.k8s.api.core.v1.PodTemplate": { template: podTemplate },
  "io.k8s.api.core.v1.ReplicationController": { spec: { replicas: 1, selector: exampleLabels, template: podTemplate } },
  "io.k8s.api.core.v1.Secret": { stringData: { key: "value" } },
  "io.k8s.api.core.v1.Service": { spec: { selector: exampleLabels, ports: [{ port: 80 }] } },
  "io.k8s.api.networking.v1.IPAddress": { metadata: { name: "192.0.2.1" } },
  "io.k8s.api.networking.v1beta1.IPAddress": { metadata: { name: "192.0.2.1" } },
  "io.k8s.api.networking.v1.Ingress": {
    spec: {
      rules: [{
        host: "shop.example.com",
        http: {
          paths: [{ path: "/", pathType: "Prefix", backend: { service: { name: "example", port: { number: 80 } } } }],
        },
      }],
    },
  },
  "io.k8s.api.networking.v1.IngressClass": { spec: { controller: "example.com/ingress" } },
  "io.k8s.api.networking.v1.NetworkPolicy": { spec: { podSelector: {}, policyTypes: ["Ingress"] } },
  "io.k8s.api.policy.v1.PodDisruptionBudget": { spec: { minAvailable: 1, selector: { matchLabels: exampleLabels } } },
  "io.k8s.api.rbac.v1.ClusterRole": { rules: [{ apiGroups: [""], resources: ["pods"], verbs: ["get", "list"] }] },
  "io.k8s.api.rbac.v1.Role": { rules: [{ apiGroups: [""], resources: ["pods"], verbs: ["get", "list"] }] },
  "io.k8s.api.rbac.v1.RoleRef": { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "view" },
  "io.k8s.api.resource.v1alpha3.ResourcePoolStatusRequest": { metadata: { name: "example" } },
  "io.k8s.api.apiserverinternal.v1alpha1.StorageVersion": { metadata: { name: "apps.deployments" } },
  "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinition": {
    metadata: { name: "examples.example.com" },
    spec: {
      group: "example.com",
      names: { kind: "Example", plural: "examples" },
      scope: "Namespaced",
      versions: [{ name: "v1", served: true, storage: true, schema: { openAPIV3Schema: { type: "object" } } }],
    },
  },
  "io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime": "2026-01-01T00:00:00.000000Z",
  "io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIService": {
    metadata: { name: "v1.example.com" },
    spec: {
      group: "example.com",
      groupPriorityMinimum: 1000,
      service: { name: "example", namespace: "default" },
      version: "v1",
      versionPriority: 10,
    },
  },
};
