import type { BadObject } from "./bad-object.ts";

const labels = { app: "web" };
const container = { name: "web", image: "shop/web:1" };
const template = { metadata: { labels }, spec: { containers: [container] } };
const selector = { matchLabels: labels };
const jobTemplate = { spec: { containers: [container], restartPolicy: "Never" } };
const rbac = "rbac.authorization.k8s.io/v1";

/** Examples of the controllers of pods other than Deployments, of claims, budgets and roles. */
export const controllerExamples: readonly BadObject[] = [
  {
    summary: "The number of a ReplicaSet's pods is not negative.",
    object: of("apps/v1", "ReplicaSet", { replicas: -1, selector, template }),
  },
  {
    summary: "The number of a ReplicationController's pods is not negative.",
    object: of("v1", "ReplicationController", { replicas: -1, selector: labels, template }),
  },
  {
    summary: "The time until a DaemonSet's pod counts as ready is not negative.",
    object: of("apps/v1", "DaemonSet", {
      minReadySeconds: -1,
      selector,
      template,
      updateStrategy: { type: "OnDelete" },
    }),
  },
  {
    summary: "A DaemonSet replaces its pods by itself, or when they are deleted.",
    object: of("apps/v1", "DaemonSet", { selector, template, updateStrategy: { type: "Never" } }),
  },
  {
    summary: "A DaemonSet does not select every pod.",
    object: of("apps/v1", "DaemonSet", { selector: {}, template }),
  },
  {
    summary: "A share of the pods is at most all of them.",
    object: of("apps/v1", "Deployment", {
      selector,
      template,
      strategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable: "150%" } },
    }),
  },
  {
    summary: "A share of pods is a number or a percentage.",
    object: of("policy/v1", "PodDisruptionBudget", { selector, minAvailable: "half" }),
  },
  {
    summary: "The pods of a ReplicationController have the labels that it selects.",
    object: of("v1", "ReplicationController", { selector: { app: "other" }, template }),
  },
  {
    summary: "A Job's selector is left to the server.",
    object: of("batch/v1", "Job", { selector, template: { metadata: { labels }, ...jobTemplate } }),
  },
  {
    summary: "The pods of a Job terminate.",
    object: of("batch/v1", "Job", { template: { spec: { ...jobTemplate.spec, restartPolicy: "Always" } } }),
  },
  {
    summary: "Jobs that overlap are allowed, forbidden or replaced.",
    object: of("batch/v1", "CronJob", {
      schedule: "0 * * * *",
      concurrencyPolicy: "Sometimes",
      jobTemplate: { spec: { template: jobTemplate } },
    }),
  },
  {
    summary: "The number of a StatefulSet's pods is not negative.",
    object: of("apps/v1", "StatefulSet", { replicas: -1, serviceName: "web", selector, template }),
  },
  {
    summary: "The pods of a StatefulSet have the labels that it selects.",
    object: of("apps/v1", "StatefulSet", { serviceName: "web", selector: { matchLabels: { app: "other" } }, template }),
  },
  {
    summary: "The number of pods that a Job runs at once is not negative.",
    object: of("batch/v1", "Job", { parallelism: -1, template: jobTemplate }),
  },
  {
    summary: "A rule for failed pods says which failures it is for.",
    object: of("batch/v1", "Job", { template: jobTemplate, podFailurePolicy: { rules: [{ action: "Ignore" }] } }),
  },
  {
    summary: "The number of Jobs that a CronJob keeps is not negative.",
    object: of("batch/v1", "CronJob", {
      schedule: "0 * * * *",
      successfulJobsHistoryLimit: -1,
      jobTemplate: { spec: { template: jobTemplate } },
    }),
  },
  {
    summary: "A schedule has the five fields of cron.",
    object: of("batch/v1", "CronJob", { schedule: "hourly", jobTemplate: { spec: { template: jobTemplate } } }),
  },
  {
    summary: "A claim requests storage.",
    object: of("v1", "PersistentVolumeClaim", { accessModes: ["ReadWriteOnce"], resources: {} }),
  },
  {
    summary: "A budget has exactly one of two limits.",
    object: of("policy/v1", "PodDisruptionBudget", { selector, minAvailable: 1, maxUnavailable: 1 }),
  },
  {
    summary: "A rule of a ClusterRole allows something.",
    object: {
      apiVersion: rbac,
      kind: "ClusterRole",
      metadata: { name: "web" },
      rules: [{ apiGroups: [""], resources: ["pods"], verbs: [] }],
    },
  },
  {
    summary: "A RoleBinding refers to a role.",
    object: {
      apiVersion: rbac,
      kind: "RoleBinding",
      metadata: { name: "web" },
      roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Group", name: "web" },
    },
  },
  {
    summary: "A ClusterRoleBinding refers to a ClusterRole.",
    object: {
      apiVersion: rbac,
      kind: "ClusterRoleBinding",
      metadata: { name: "web" },
      roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: "web" },
    },
  },
  {
    summary: "A subject that is a ServiceAccount is in a namespace.",
    object: {
      apiVersion: rbac,
      kind: "ClusterRoleBinding",
      metadata: { name: "web" },
      roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "web" },
      subjects: [{ kind: "ServiceAccount", name: "web" }],
    },
  },
  {
    summary: "A ClusterRole that aggregates others selects them.",
    object: {
      apiVersion: rbac,
      kind: "ClusterRole",
      metadata: { name: "web" },
      aggregationRule: { clusterRoleSelectors: [] },
    },
  },
  {
    summary: "A time zone is one of the IANA database, not the machine's.",
    object: of("batch/v1", "CronJob", {
      schedule: "0 * * * *",
      timeZone: "Local",
      jobTemplate: { spec: { template: jobTemplate } },
    }),
  },
  {
    summary: "A Job that may succeed early says when.",
    object: of("batch/v1", "Job", {
      completions: 2,
      completionMode: "Indexed",
      successPolicy: { rules: [] },
      template: jobTemplate,
    }),
  },
];

function of(apiVersion: string, kind: string, spec: object): BadObject["object"] {
  return { apiVersion, kind, metadata: { name: "web" }, spec };
}
