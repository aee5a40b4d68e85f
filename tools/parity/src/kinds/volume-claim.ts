import { validatePersistentVolumeClaim } from "@kubeschema/validators/v1";
import type { ParityKind } from "../compare-kind.ts";
import { create } from "../endpoint.ts";
import { fullMetadata, metadataAdded, metadataPools, names, selectors } from "../pools.ts";

const claim = { apiVersion: "v1", kind: "PersistentVolumeClaim", metadata: fullMetadata };
const quantities = ["1Gi", "0", "-1", "1", 1, 0, "abc", "", null, "0.1m", "1e3"];

export const volumeClaim: ParityKind = {
  name: "PersistentVolumeClaim",
  endpoints: [create("/api/v1/namespaces/default/persistentvolumeclaims")],
  validate: validatePersistentVolumeClaim,
  bases: [{
    ...claim,
    spec: {
      accessModes: ["ReadWriteOnce", "ReadOnlyMany"],
      storageClassName: "fast",
      volumeMode: "Filesystem",
      volumeName: "v",
      selector: { matchLabels: { app: "web" }, matchExpressions: [{ key: "a", operator: "Exists" }] },
      resources: { requests: { storage: "1Gi" }, limits: { storage: "2Gi" } },
      dataSource: { apiGroup: "snapshot.storage.k8s.io", kind: "VolumeSnapshot", name: "s" },
    },
  }],
  pools: {
    ...metadataPools,
    spec: [{}, null],
    accessModes: [[], null, "ReadWriteMany", "ReadWriteOncePod", "x", ""],
    storageClassName: [...names, null],
    volumeMode: ["Block", "Filesystem", "", "x", null],
    volumeName: names,
    selector: selectors,
    resources: [{}, null, { requests: {} }, { limits: { storage: "1" } }],
    requests: [{}, null, { storage: "1Gi" }, { cpu: "1" }, { storage: "2Gi", "a b": "1" }],
    limits: [{}, null, { storage: "1" }, { storage: "-1" }, { cpu: "1" }],
    storage: quantities,
    dataSource: [
      {},
      null,
      { kind: "PersistentVolumeClaim", name: "a" },
      { kind: "x", name: "a" },
      { kind: "VolumeSnapshot", name: "" },
      { apiGroup: "example.com", kind: "Bucket", name: "b" },
    ],
  },
  added: { "": ["status"], metadata: metadataAdded },
};
