import { describe, expect, test } from "vitest";
import { checkDaemonSet } from "../daemon-set/daemon-set.ts";
import { checkPersistentVolumeClaim } from "../persistent-volume-claim/persistent-volume-claim.ts";
import { checkReplicaSet } from "../replica-set/replica-set.ts";
import { checkReplicationController } from "../replication-controller/replication-controller.ts";
import { checkStatefulSet } from "../stateful-set/stateful-set.ts";
import { faultsOf } from "../testing/faults-of.ts";
import { checkPod } from "./pod.ts";
import { checkPodTemplateObject } from "./pod-template-object.ts";
import type { KindRule } from "../../runtime/report.ts";

const labels = { app: "web" };
const web = { name: "web", image: "nginx" };
const template = { metadata: { labels }, spec: { containers: [web] } };
const selected = { selector: { matchLabels: labels }, template };
const disk = { ...template, spec: { containers: [web], volumes: [{ name: "d", gcePersistentDisk: { pdName: "a" } }] } };
const readOnly = "spec.template.spec.volumes[0].gcePersistentDisk.readOnly Invalid";

interface Row {
  readonly name: string;
  readonly rules: KindRule;
  readonly given: object;
  readonly kubernetesVersion?: string;
  readonly want: readonly string[];
}

const rows: readonly Row[] = [
  { name: "a Pod", rules: checkPod, given: { spec: { containers: [web], restartPolicy: "Never" } }, want: [] },
  { name: "a Pod of nothing", rules: checkPod, given: {}, want: ["spec.containers Required"] },
  {
    name: "a Pod with blanks around an image",
    rules: checkPod,
    given: { spec: { containers: [{ name: "web", image: "nginx " }] } },
    want: ["spec.containers[0].image Invalid"],
  },
  {
    name: "a Pod with an ephemeral container",
    rules: checkPod,
    given: { spec: { containers: [web], ephemeralContainers: [web] } },
    want: ["spec.ephemeralContainers Forbidden"],
  },
  {
    name: "a mirror of no node",
    rules: checkPod,
    given: { metadata: { name: "a", annotations: { "kubernetes.io/config.mirror": "" } }, spec: { containers: [web] } },
    want: ["metadata.annotations[kubernetes.io/config.mirror] Invalid"],
  },
  {
    name: "a PodTemplate",
    rules: checkPodTemplateObject,
    given: { template: {} },
    want: [
      "template.spec.containers Required",
    ],
  },
  { name: "a ReplicaSet", rules: checkReplicaSet, given: { spec: { replicas: 2, ...selected } }, want: [] },
  {
    name: "a ReplicaSet of nothing",
    rules: checkReplicaSet,
    given: {},
    want: [
      "spec.selector Required",
      "spec.template.metadata.labels Invalid",
      "spec.template.spec.containers Required",
    ],
  },
  {
    name: "a disk of many",
    rules: checkReplicaSet,
    given: { spec: { replicas: 2, ...selected, template: disk } },
    kubernetesVersion: "1.28",
    want: [readOnly],
  },
  {
    name: "a disk of one",
    rules: checkReplicaSet,
    given: { spec: { ...selected, template: disk } },
    kubernetesVersion: "1.28",
    want: [],
  },
  { name: "a ReplicationController", rules: checkReplicationController, given: { spec: { template } }, want: [] },
  {
    name: "a ReplicationController of nothing",
    rules: checkReplicationController,
    given: {},
    want: [
      "spec.selector Required",
      "spec.template Required",
    ],
  },
  {
    name: "a ReplicationController of others",
    rules: checkReplicationController,
    given: { spec: { selector: { app: "other" }, template } },
    want: ["spec.template.metadata.labels Invalid"],
  },
  { name: "a DaemonSet", rules: checkDaemonSet, given: { spec: selected }, want: [] },
  {
    name: "a DaemonSet with a disk",
    rules: checkDaemonSet,
    given: { spec: { ...selected, template: disk } },
    want: [],
  },
  {
    name: "a DaemonSet with a disk before",
    rules: checkDaemonSet,
    given: { spec: { ...selected, template: disk } },
    kubernetesVersion: "1.28",
    want: [readOnly],
  },
  {
    name: "a DaemonSet that replaces nothing",
    rules: checkDaemonSet,
    given: { spec: { ...selected, updateStrategy: { rollingUpdate: { maxUnavailable: 0 } } } },
    want: ["spec.updateStrategy.rollingUpdate.maxUnavailable Required"],
  },
  {
    name: "a DaemonSet that does both",
    rules: checkDaemonSet,
    given: { spec: { ...selected, updateStrategy: { rollingUpdate: { maxSurge: "101%" } } } },
    want: [
      "spec.updateStrategy.rollingUpdate.maxSurge Invalid",
      "spec.updateStrategy.rollingUpdate.maxSurge Invalid",
    ],
  },
  {
    name: "a DaemonSet of another strategy",
    rules: checkDaemonSet,
    given: { spec: { ...selected, updateStrategy: { type: "Recreate" } } },
    want: ["spec.updateStrategy NotSupported"],
  },
  { name: "a StatefulSet", rules: checkStatefulSet, given: { spec: selected }, want: [] },
  {
    name: "a StatefulSet whose pods are not checked",
    rules: checkStatefulSet,
    given: { spec: { ...selected, template: { metadata: { labels }, spec: { containers: [{ name: "Bad_" }] } } } },
    want: [],
  },
  {
    name: "a StatefulSet that is wrong",
    rules: checkStatefulSet,
    given: {
      spec: {
        ...selected,
        podManagementPolicy: "x",
        updateStrategy: { type: "OnDelete", rollingUpdate: {} },
        ordinals: { start: -1 },
        persistentVolumeClaimRetentionPolicy: { whenDeleted: "x" },
        template: { ...template, spec: { restartPolicy: "Never", activeDeadlineSeconds: 1 } },
      },
    },
    want: [
      "spec.podManagementPolicy Invalid",
      "spec.updateStrategy.rollingUpdate Invalid",
      "spec.persistentVolumeClaimRetentionPolicy.whenDeleted NotSupported",
      "spec.ordinals.start Invalid",
      "spec.template.spec.restartPolicy NotSupported",
      "spec.template.spec.activeDeadlineSeconds Forbidden",
    ],
  },
  {
    name: "a claim of no size",
    rules: checkPersistentVolumeClaim,
    given: { spec: { accessModes: ["ReadWriteOnce"], dataSource: { kind: "PersistentVolumeClaim" } } },
    want: ["spec.resources[storage] Required", "spec.dataSource.name Required"],
  },
];

describe("the rules for kinds with pods judge as the API server does:", () => {
  test.each(rows)("$name", ({ rules, given, kubernetesVersion, want }) => {
    expect(faultsOf(rules, { metadata: { name: "a" }, ...given }, kubernetesVersion)).toEqual(want);
  });
});
