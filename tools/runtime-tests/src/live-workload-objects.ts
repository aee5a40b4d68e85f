import type { AnyObject } from "@kubeschema/types";
import type { PodTemplateSpec } from "@kubeschema/types/v1";

const labels = { app: "web" };
const selector = { matchLabels: labels, matchExpressions: [{ key: "tier", operator: "NotIn", values: ["test"] }] };

/** A pod with one of nearly everything that a container can have. */
const template: PodTemplateSpec = {
  metadata: { labels, annotations: { "example.io/checked": "true" } },
  spec: {
    restartPolicy: "Always",
    terminationGracePeriodSeconds: 5,
    serviceAccountName: "web",
    securityContext: { runAsNonRoot: true, fsGroup: 2000, sysctls: [{ name: "kernel.shm_rmid_forced", value: "0" }] },
    nodeSelector: { "kubernetes.io/os": "linux" },
    tolerations: [{
      key: "node.kubernetes.io/unreachable",
      operator: "Exists",
      effect: "NoExecute",
      tolerationSeconds: 30,
    }],
    affinity: {
      podAntiAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: [
          { weight: 1, podAffinityTerm: { topologyKey: "kubernetes.io/hostname", labelSelector: selector } },
        ],
      },
    },
    topologySpreadConstraints: [
      { maxSkew: 1, topologyKey: "zone", whenUnsatisfiable: "ScheduleAnyway", labelSelector: { matchLabels: labels } },
    ],
    hostAliases: [{ ip: "192.0.2.1", hostnames: ["db.example"] }],
    dnsConfig: { options: [{ name: "ndots", value: "2" }] },
    initContainers: [{ name: "init", image: "busybox", command: ["true"] }],
    containers: [{
      name: "web",
      image: "nginx",
      args: ["-g", "daemon off;"],
      ports: [{ name: "http", containerPort: 8080 }],
      env: [
        { name: "MODE", value: "live" },
        { name: "NODE", valueFrom: { fieldRef: { fieldPath: "spec.nodeName" } } },
        { name: "CPU", valueFrom: { resourceFieldRef: { resource: "limits.cpu" } } },
        { name: "KEY", valueFrom: { secretKeyRef: { name: "web", key: "key", optional: true } } },
      ],
      envFrom: [{ prefix: "WEB_", configMapRef: { name: "web" } }],
      resources: { requests: { cpu: "100m", memory: "64Mi" }, limits: { cpu: "1", memory: "128Mi" } },
      readinessProbe: { httpGet: { path: "/ready", port: "http", httpHeaders: [{ name: "X-Probe", value: "1" }] } },
      livenessProbe: { tcpSocket: { port: 8080 }, periodSeconds: 30 },
      startupProbe: { exec: { command: ["true"] }, failureThreshold: 10 },
      lifecycle: { preStop: { exec: { command: ["sleep", "1"] } } },
      securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } },
      volumeMounts: [{ name: "config", mountPath: "/etc/web", readOnly: true }],
    }],
    volumes: [
      { name: "config", configMap: { name: "web", items: [{ key: "a", path: "a", mode: 0o400 }] } },
      { name: "scratch", emptyDir: { medium: "Memory", sizeLimit: "16Mi" } },
      {
        name: "all",
        projected: { sources: [{ secret: { name: "web" } }, { serviceAccountToken: { path: "token" } }] },
      },
      { name: "info", downwardAPI: { items: [{ path: "labels", fieldRef: { fieldPath: "metadata.labels" } }] } },
    ],
  },
};

const batchTemplate: PodTemplateSpec = {
  spec: { restartPolicy: "Never", containers: [{ name: "once", image: "busybox" }] },
};

/** Workloads in a namespace, and what they need there. The namespace is left to the test. */
export const workloadObjects: readonly AnyObject[] = [
  { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "web" }, data: { a: "1" }, binaryData: { b: "AA==" } },
  { apiVersion: "v1", kind: "Secret", metadata: { name: "web" }, type: "Opaque", stringData: { key: "value" } },
  { apiVersion: "v1", kind: "ServiceAccount", metadata: { name: "web" }, imagePullSecrets: [{ name: "registry" }] },
  { apiVersion: "v1", kind: "Pod", metadata: { name: "web", labels }, spec: template.spec ?? { containers: [] } },
  { apiVersion: "v1", kind: "PodTemplate", metadata: { name: "web" }, template },
  {
    apiVersion: "v1",
    kind: "ReplicationController",
    metadata: { name: "web" },
    spec: { replicas: 1, selector: labels, template },
  },
  {
    apiVersion: "v1",
    kind: "Service",
    metadata: { name: "web" },
    spec: {
      selector: labels,
      sessionAffinity: "ClientIP",
      ports: [{ name: "http", port: 80, targetPort: "http" }, { name: "https", port: 443, targetPort: 8443 }],
    },
  },
  {
    apiVersion: "v1",
    kind: "Endpoints",
    metadata: { name: "web" },
    subsets: [{ addresses: [{ ip: "192.0.2.2" }], ports: [{ name: "http", port: 8080 }] }],
  },
  {
    apiVersion: "v1",
    kind: "LimitRange",
    metadata: { name: "web" },
    spec: { limits: [{ type: "PersistentVolumeClaim", max: { storage: "10Gi" } }] },
  },
  {
    apiVersion: "v1",
    kind: "ResourceQuota",
    metadata: { name: "web" },
    spec: {
      hard: { "count/jobs.batch": "10" },
      scopeSelector: { matchExpressions: [{ scopeName: "PriorityClass", operator: "In", values: ["high"] }] },
    },
  },
  {
    apiVersion: "v1",
    kind: "PersistentVolumeClaim",
    metadata: { name: "web" },
    spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } }, volumeName: "web" },
  },
  {
    apiVersion: "v1",
    kind: "Event",
    metadata: { name: "web.core" },
    involvedObject: { apiVersion: "v1", kind: "Pod", name: "web", namespace: "live" },
    reason: "Started",
    message: "Started container web",
    type: "Normal",
    firstTimestamp: "2026-01-02T03:04:05Z",
    count: 1,
    source: { component: "kubelet" },
  },
  {
    apiVersion: "events.k8s.io/v1",
    kind: "Event",
    metadata: { name: "web.events" },
    eventTime: "2026-01-02T03:04:05.678901Z",
    reportingController: "example.io/controller",
    reportingInstance: "controller-0",
    action: "Starting",
    reason: "Started",
    type: "Normal",
    regarding: { apiVersion: "v1", kind: "Pod", name: "web", namespace: "live" },
  },
  {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "web", labels },
    spec: { replicas: 2, selector, strategy: { rollingUpdate: { maxSurge: "25%", maxUnavailable: 1 } }, template },
  },
  { apiVersion: "apps/v1", kind: "ReplicaSet", metadata: { name: "web" }, spec: { replicas: 1, selector, template } },
  {
    apiVersion: "apps/v1",
    kind: "DaemonSet",
    metadata: { name: "web" },
    spec: { selector, updateStrategy: { type: "OnDelete" }, template },
  },
  {
    apiVersion: "apps/v1",
    kind: "StatefulSet",
    metadata: { name: "web" },
    spec: {
      serviceName: "web",
      selector,
      template,
      volumeClaimTemplates: [{
        metadata: { name: "data" },
        spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } } },
      }],
    },
  },
  {
    apiVersion: "apps/v1",
    kind: "ControllerRevision",
    metadata: { name: "web" },
    revision: 1,
    data: { spec: { replicas: 1 } },
  },
  {
    apiVersion: "batch/v1",
    kind: "Job",
    metadata: { name: "web" },
    spec: { completions: 2, parallelism: 1, backoffLimit: 0, template: batchTemplate },
  },
  {
    apiVersion: "autoscaling/v1",
    kind: "HorizontalPodAutoscaler",
    metadata: { name: "web" },
    spec: { maxReplicas: 3, scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "web" } },
  },
  {
    apiVersion: "coordination.k8s.io/v1",
    kind: "Lease",
    metadata: { name: "web" },
    spec: { holderIdentity: "web-0", leaseDurationSeconds: 15, renewTime: "2026-01-02T03:04:05.678901Z" },
  },
  {
    apiVersion: "networking.k8s.io/v1",
    kind: "Ingress",
    metadata: { name: "web" },
    spec: {
      ingressClassName: "live",
      defaultBackend: { resource: { apiGroup: "example.io", kind: "Bucket", name: "web" } },
      tls: [{ hosts: ["web.example"], secretName: "web" }],
      rules: [{
        host: "web.example",
        http: {
          paths: [{ path: "/", pathType: "Prefix", backend: { service: { name: "web", port: { name: "http" } } } }],
        },
      }],
    },
  },
  {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: { name: "web" },
    spec: {
      podSelector: selector,
      policyTypes: ["Ingress", "Egress"],
      ingress: [{ from: [{ ipBlock: { cidr: "192.0.2.0/24", except: ["192.0.2.1/32"] } }], ports: [{ port: "http" }] }],
      egress: [{ to: [{ namespaceSelector: { matchLabels: labels } }], ports: [{ protocol: "UDP", port: 53 }] }],
    },
  },
  {
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: "Role",
    metadata: { name: "web" },
    rules: [{ apiGroups: ["apps"], resources: ["deployments"], resourceNames: ["web"], verbs: ["get"] }],
  },
  {
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: "RoleBinding",
    metadata: { name: "web" },
    subjects: [{ kind: "ServiceAccount", name: "web", namespace: "live" }],
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: "web" },
  },
];
