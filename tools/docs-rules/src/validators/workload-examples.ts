import type { BadObject } from "./bad-object.ts";

const container = { name: "web", image: "shop/web:1" };

/** Examples of Deployments and the pods in them. */
export const workloadExamples: readonly BadObject[] = [
  {
    summary: "The selector of a Deployment matches its own pods.",
    object: deployment({}, { selector: { matchLabels: { app: "other" } } }),
  },
  { summary: "A count is not negative.", object: deployment({}, { replicas: -1 }) },
  {
    summary: "A rolling update may remove a pod or add one: at least one of the two.",
    object: deployment({}, { strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: 0, maxUnavailable: 0 } } }),
  },
  { summary: "The pods of a Deployment always restart.", object: deployment({ restartPolicy: "Never" }) },
  { summary: "The DNS policy is a known one.", object: deployment({ dnsPolicy: "Some" }) },
  { summary: "Containers have unique names.", object: deployment({ containers: [container, container] }) },
  {
    summary: "An init container has a different name from all other containers.",
    object: deployment({ initContainers: [container] }),
  },
  {
    summary: "The ports of a container are between 1 and 65535.",
    object: inContainer({ ports: [{ containerPort: 70_000 }] }),
  },
  { summary: "A variable has a name, and one source.", object: inContainer({ env: [{ name: "" }] }) },
  {
    summary: "Imported variables come from a ConfigMap or a Secret.",
    object: inContainer({ envFrom: [{ prefix: "SHOP_" }] }),
  },
  {
    summary: "A request is not higher than its limit.",
    object: inContainer({ resources: { requests: { memory: "2Gi" }, limits: { memory: "1Gi" } } }),
  },
  {
    summary: "A mount refers to a volume of the pod.",
    object: inContainer({ volumeMounts: [{ name: "files", mountPath: "/files" }] }),
  },
  {
    summary: "A block device of a container refers to a volume of the pod.",
    object: inContainer({ volumeDevices: [{ name: "disk", devicePath: "/dev/disk" }] }),
  },
  {
    summary: "A privileged container allows privilege escalation.",
    object: inContainer({ securityContext: { privileged: true, allowPrivilegeEscalation: false } }),
  },
  {
    summary: "A hook has exactly one action.",
    object: inContainer({ lifecycle: { preStop: { exec: { command: ["stop"] }, sleep: { seconds: 1 } } } }),
  },
  {
    summary: "A liveness probe succeeds after one success.",
    object: inContainer({ livenessProbe: { httpGet: { path: "/", port: 80 }, successThreshold: 2 } }),
  },
  {
    summary: "A probe has exactly one action.",
    object: inContainer({ readinessProbe: { periodSeconds: 5 } }),
  },
  {
    summary: "The times of a startup probe are not negative.",
    object: inContainer({ startupProbe: { tcpSocket: { port: 80 }, timeoutSeconds: -1 } }),
  },
  {
    summary: "Volumes have unique names.",
    object: deployment({ volumes: [{ name: "tmp", emptyDir: {} }, { name: "tmp", emptyDir: {} }] }),
  },
  {
    summary: "The name of a volume is a DNS label.",
    object: deployment({ volumes: [{ name: "Tmp", emptyDir: {} }] }),
  },
  {
    summary: "A volume has exactly one source.",
    object: deployment({ volumes: [{ name: "tmp", emptyDir: {}, hostPath: { path: "/tmp" } }] }),
  },
  {
    summary: "The modes of a projected volume's files are at most 0777.",
    object: deployment({ volumes: [{ name: "all", projected: { sources: [], defaultMode: 4096 } }] }),
  },
  {
    summary: "The downward API exposes only some fields of a pod.",
    object: deployment({
      volumes: [{ name: "info", downwardAPI: { items: [{ path: "image", fieldRef: { fieldPath: "spec.image" } }] } }],
    }),
  },
  {
    summary: "The user ID of a pod's processes is not negative.",
    object: deployment({ securityContext: { runAsUser: -1 } }),
  },
  {
    summary: "A preference among nodes has a weight from 1 to 100.",
    object: deployment({
      affinity: {
        nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 0, preference: {} }] },
      },
    }),
  },
  {
    summary: "A pod that brings its own name servers names them.",
    object: deployment({ dnsPolicy: "None", dnsConfig: { nameservers: ["name-server"] } }),
  },
  {
    summary: "A toleration without a key tolerates everything.",
    object: deployment({ tolerations: [{ operator: "Equal", value: "shop" }] }),
  },
  {
    summary: "How far pods may be spread unevenly is at least 1.",
    object: deployment({
      topologySpreadConstraints: [{ maxSkew: 0, topologyKey: "zone", whenUnsatisfiable: "DoNotSchedule" }],
    }),
  },
  { summary: "An alias of a host is for an IP address.", object: deployment({ hostAliases: [{ ip: "shop" }] }) },
];

/** A Deployment whose container has these fields. */
export function inContainer(fields: object): BadObject["object"] {
  return deployment({ containers: [{ ...container, ...fields }] });
}

/** A Deployment whose pods, and which itself, has these fields. */
export function deployment(podSpec: object, spec: object = {}): BadObject["object"] {
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "web" },
    spec: {
      selector: { matchLabels: { app: "web" } },
      template: { metadata: { labels: { app: "web" } }, spec: { containers: [container], ...podSpec } },
      ...spec,
    },
  };
}
