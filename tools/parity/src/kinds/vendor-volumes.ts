import { validateDeployment } from "@kubeschema/validators/apps/v1";
import type { ParityKind } from "../compare-kind.ts";
import { create } from "../endpoint.ts";
import { long, names } from "../pools.ts";

const labels = { app: "web" };
const secretRef = { name: "s" };
const monitors = ["10.0.0.1:6789"];
const bytes = [0, 1, 255, 256, -1, null];

// No more in one object than mutants are likely to hit.
const sources: readonly Readonly<Record<string, unknown>>[] = [
  { gcePersistentDisk: { pdName: "a", partition: 1 } },
  { awsElasticBlockStore: { volumeID: "a", partition: 1 } },
  { gitRepo: { repository: "a", directory: "b", revision: "c" } },
  {
    iscsi: {
      ...{ targetPortal: "10.0.0.1", iqn: "iqn.2015-02.example.com:test", lun: 0, initiatorName: "iqn.2015-02.a.b:c" },
      ...{ chapAuthDiscovery: true, chapAuthSession: false, secretRef },
    },
  },
  { glusterfs: { endpoints: "a", path: "b" } },
  { flocker: { datasetName: "a" } },
  { rbd: { monitors, image: "a", secretRef } },
  { cinder: { volumeID: "a", secretRef } },
  { cephfs: { monitors, path: "/", secretRef } },
  { quobyte: { registry: "a:1,b:2", volume: "v", tenant: "t" } },
  { fc: { targetWWNs: ["50060e801049cfd1"], lun: 0 } },
  { fc: { wwids: ["a"] } },
  { flexVolume: { driver: "a/b", options: { a: "b" } } },
  { azureFile: { secretName: "a", shareName: "b" } },
  { vsphereVolume: { volumePath: "a" } },
  { photonPersistentDisk: { pdID: "a" } },
  { portworxVolume: { volumeID: "a" } },
  {
    azureDisk: {
      diskName: "a",
      diskURI: "https://a.blob.core.windows.net/b/c.vhd",
      cachingMode: "None",
      kind: "Shared",
    },
  },
  { azureDisk: { diskName: "a", diskURI: "/subscriptions/a", kind: "Managed" } },
  { storageos: { volumeName: "a", volumeNamespace: "b", secretRef } },
  { scaleIO: { gateway: "a", system: "b", volumeName: "c", secretRef } },
];

const windowsOptions = { gmsaCredentialSpecName: "a", gmsaCredentialSpec: "b", runAsUserName: "domain\\user" };
const perObject = 3;

/** Deployments whose pods mount vendors' volumes, and run on Windows. */
export const vendorVolumes: ParityKind = {
  name: "Deployment, vendors' volumes",
  endpoints: [create("/apis/apps/v1/namespaces/default/deployments")],
  validate: validateDeployment,
  bases: Array.from({ length: Math.ceil(sources.length / perObject) }, (_, index) => ({
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "web" },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          securityContext: { windowsOptions },
          containers: [{ name: "web", image: "nginx", securityContext: { windowsOptions } }],
          volumes: sources.slice(index * perObject, (index + 1) * perObject).map((source, position) => ({
            name: `v${position}`,
            ...source,
          })),
        },
      },
    },
  })),
  pools: {
    name: [...names, long(40)],
    volumes: [
      { name: "a", iscsi: {} },
      { name: "a", fc: {} },
      { name: "a", flocker: {} },
      { name: "a", rbd: {} },
      { name: "a", azureDisk: {} },
      { name: "a", azureDisk: { diskName: "a", diskURI: "/subscriptions/a" } },
      { name: "a", quobyte: {} },
      { name: "a", cephfs: {}, rbd: {} },
      { name: long(50), iscsi: { targetPortal: long(13), iqn: "iqn.2015-02.a:b", initiatorName: "iqn.2015-02.a:b" } },
      { name: long(50), iscsi: { targetPortal: long(14), iqn: "iqn.2015-02.a:b", initiatorName: "iqn.2015-02.a:b" } },
    ],
    partition: bytes,
    lun: bytes,
    directory: ["", "a", "..", "../a", "/a", "..a", "a/../b", "."],
    path: ["", "a", "/", "..", "a/../b", "..a"],
    iqn: iscsiNames(),
    initiatorName: iscsiNames(),
    targetPortal: ["", "a", long(64)],
    chapAuthDiscovery: [true, false],
    chapAuthSession: [true, false],
    secretRef: [{}, null, { name: "" }, { name: "s", namespace: "n" }],
    datasetName: ["", "a", "a/b"],
    datasetUUID: ["", "a"],
    monitors: [[], null, [""], ["a"]],
    registry: [
      "",
      "a",
      "a:1",
      "a:1,b",
      "[::1]:1",
      "::1:1",
      "a:1:2",
      "[a:1",
      "a]:1",
      "a[b]:1",
      ":",
      "a:1,",
      "[a]b:1",
      "[]:",
    ],
    tenant: ["", long(64), long(65), long(22, "é"), long(33, "é")],
    targetWWNs: [[], null, ["a"], [""]],
    wwids: [[], null, ["a"], [""]],
    driver: ["", "a"],
    options: [
      {},
      { "kubernetes.io/a": "b" },
      { "a.K8S.io/b": "c" },
      { "k8s.io": "a" },
      { "xk8s.io/a": "b" },
      { "a/k8s.io": "b" },
      { "a/k8s.io/b/c": "d" },
    ],
    diskURI: ["", "https://a", "/subscriptions/a", "HTTPS://a", "a", "/Subscriptions/a"],
    cachingMode: ["None", "ReadOnly", "ReadWrite", "", "x", null],
    kind: ["Shared", "Dedicated", "Managed", "", "x", null],
    volumeName: names,
    volumeNamespace: names,
    gmsaCredentialSpecName: names,
    gmsaCredentialSpec: ["", "a", long(65536), long(65537), long(32769, "é")],
    runAsUserName: [
      ...[
        "",
        "user",
        "domain\\user",
        "a\\b\\c",
        "\\user",
        "domain\\",
        "a.b.c\\user",
        ".a\\user",
        "a_b\\user",
        "-a.b\\user",
      ],
      ...[
        "...",
        " ",
        ". .",
        "a@b",
        "a/b",
        "a:b",
        "a\tb",
        "a\u007fb",
        "a\u0085b",
        "é",
        "a[b]",
        `${long(15)}\\a`,
        `${long(16)}\\a`,
      ],
      ...[
        long(104),
        long(105),
        `${long(63)}.${long(63)}.${long(63)}.${long(63)}\\a`,
        `${long(64)}.b\\a`,
        `${long(15, "é")}\\a`,
      ],
      ...[
        `${long(61)}.${Array(97).fill("b").join(".")}\\a`,
        `${long(62)}.${Array(97).fill("b").join(".")}\\a`,
        "a=b",
        "a+b",
        "a b",
        "a.b",
      ],
    ],
    windowsOptions: [{}, null],
  },
  added: {
    volumes: sources.flatMap((source) => Object.keys(source)),
    fc: ["wwids", "targetWWNs", "lun"],
    flocker: ["datasetUUID"],
    iscsi: ["chapAuthSession"],
    azureDisk: ["cachingMode"],
  },
};

function iscsiNames(): readonly string[] {
  return [
    ...[
      "",
      "iqn.2015-02.example.com:test",
      "iqn.2015-02.a:b:c",
      "iqn.2015-2.a:b",
      "iqn.2015-02.a",
      "iqn.2015-02.a:b c",
    ],
    ...["xiqn.2015-02.a:b", "iqnx iqn.2015-02.a:b", "iqn.2015-02.a_b:c", "eui.0123456789abcdef", "eui.0123456789abcde"],
    ...[
      "euix0123456789abcdef",
      `naa.${long(32)}`,
      `naa.${long(31)}`,
      "IQN.2015-02.a:b",
      "iqn.2015-02.a:b,c",
      "iqn.2015-02.a:é",
    ],
    ...["iqn.2015-02.a:b\n", "iqn.2015-02.a:\u00a0", "iqn.2015-02.a:\v"],
  ];
}
