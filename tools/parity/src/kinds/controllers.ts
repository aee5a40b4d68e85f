import { validateDaemonSet, validateReplicaSet, validateStatefulSet } from "@kubeschema/validators/apps/v1";
import { validateReplicationController } from "@kubeschema/validators/v1";
import type { ParityKind } from "../compare-kind.ts";
import { create } from "../endpoint.ts";
import { fullMetadata } from "../pools.ts";
import { deploymentSpecs, podAdded, podPools, templates, withPods } from "./pod-parts.ts";

const labels = { app: "web" };
const disk = { volumes: [{ name: "disk", gcePersistentDisk: { pdName: "a", readOnly: true } }] };
const plain = {
  metadata: { labels },
  spec: { ...disk, containers: [{ name: "web", image: "nginx", volumeMounts: [{ name: "disk", mountPath: "/d" }] }] },
};
const updates = {
  updateStrategy: [
    {},
    { type: "OnDelete" },
    { type: "OnDelete", rollingUpdate: {} },
    { type: "RollingUpdate", rollingUpdate: null },
    { type: "RollingUpdate", rollingUpdate: { partition: -1, maxUnavailable: 0 } },
    { type: "Recreate" },
  ],
  type: ["OnDelete", "RollingUpdate", "", "x"],
  partition: [0, 1, -1, null],
  readOnly: [true, false, null],
  gcePersistentDisk: [{ pdName: "a" }, { pdName: "a", readOnly: false }],
};

export const replicaSetKind: ParityKind = {
  name: "ReplicaSet",
  endpoints: [create("/apis/apps/v1/namespaces/default/replicasets")],
  validate: validateReplicaSet,
  bases: [
    ...deploymentSpecs.map(({ selector, template }) => ({ replicas: 2, minReadySeconds: 5, selector, template })),
    { replicas: 2, selector: { matchLabels: labels }, template: plain },
  ].map((spec) => ({ apiVersion: "apps/v1", kind: "ReplicaSet", metadata: fullMetadata, spec })),
  pools: { ...podPools, ...updates },
  added: podAdded,
};

export const replicationControllerKind: ParityKind = {
  name: "ReplicationController",
  endpoints: [create("/api/v1/namespaces/default/replicationcontrollers")],
  validate: validateReplicationController,
  bases: [...templates, plain].map((template) => ({
    apiVersion: "v1",
    kind: "ReplicationController",
    metadata: fullMetadata,
    spec: { replicas: 2, minReadySeconds: 5, selector: labels, template },
  })),
  pools: {
    ...podPools,
    ...updates,
    selector: [{}, null, { app: "web" }, { app: "other" }, { "a b": "c" }, { app: null }, { app: 1 }],
    template: [null, {}, { metadata: { labels } }, plain],
  },
  added: podAdded,
};

export const daemonSetKind: ParityKind = {
  name: "DaemonSet",
  endpoints: [create("/apis/apps/v1/namespaces/default/daemonsets")],
  validate: validateDaemonSet,
  bases: [...templates, plain].map((template) => ({
    apiVersion: "apps/v1",
    kind: "DaemonSet",
    metadata: fullMetadata,
    spec: {
      minReadySeconds: 5,
      revisionHistoryLimit: 3,
      selector: { matchLabels: labels },
      updateStrategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable: 1 } },
      template,
    },
  })),
  pools: { ...podPools, ...updates, rollingUpdate: [{}, null, { maxUnavailable: "0%" }, { maxUnavailable: "101%" }] },
  added: podAdded,
};

export const statefulSetKind: ParityKind = {
  name: "StatefulSet",
  endpoints: [create("/apis/apps/v1/namespaces/default/statefulsets")],
  validate: validateStatefulSet,
  bases: [...templates, withPods(plain, { volumes: [] })].map((template) => ({
    apiVersion: "apps/v1",
    kind: "StatefulSet",
    metadata: fullMetadata,
    spec: {
      replicas: 2,
      serviceName: "web",
      revisionHistoryLimit: 3,
      podManagementPolicy: "Parallel",
      selector: { matchLabels: labels },
      updateStrategy: { type: "RollingUpdate", rollingUpdate: { partition: 1 } },
      template,
      volumeClaimTemplates: [{
        metadata: { name: "data" },
        spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } } },
      }],
    },
  })),
  pools: {
    ...podPools,
    ...updates,
    rollingUpdate: [{}, null, { partition: -1 }],
    podManagementPolicy: ["OrderedReady", "Parallel", "", "x"],
    serviceName: ["", "web", "-", null],
    volumeClaimTemplates: [[], null, {}, { metadata: { name: "-" } }],
    accessModes: [[], ["x"], null],
  },
  added: podAdded,
};
