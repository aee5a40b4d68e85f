import { isLongerThan } from "../../formats/byte-length.ts";
import { dns1123LabelProblems } from "../../formats/dns-1123-label.ts";
import { relativePathProblems } from "../../formats/relative-path.ts";
import { child, type FieldPath, key } from "../../values/field-path.ts";
import { asObject, type JsonObject, listOf, objectOf, textOf } from "../../values/json-object.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import { checkSupported } from "../check-supported.ts";
import { reportProblems } from "../report-problems.ts";
import { checkByte } from "./check-byte.ts";
import { checkIscsi } from "./iscsi-volume.ts";
import { needTexts } from "./need-text.ts";

type Check = (report: Report, source: JsonObject, path: FieldPath) => void;

/**
 * The volumes of storage vendors, most of them no longer served by a driver in Kubernetes itself, but still checked.
 */
const checks: Readonly<Record<string, Check>> = {
  awsElasticBlockStore: (report, source, path) => {
    needTexts(report, source, ["volumeID"], path);
    checkByte(report, source.partition, child(path, "partition"));
  },
  azureDisk: checkAzureDisk,
  azureFile: (report, source, path) => needTexts(report, source, ["secretName", "shareName"], path),
  cephfs: (report, source, path) => needItems(report, source, "monitors", path),
  cinder: (report, source, path) => {
    needTexts(report, source, ["volumeID"], path);
    needSecretName(report, source, path);
  },
  fc: checkFibreChannel,
  flexVolume: checkFlexVolume,
  flocker: checkFlocker,
  gcePersistentDisk: (report, source, path) => {
    needTexts(report, source, ["pdName"], path);
    checkByte(report, source.partition, child(path, "partition"));
  },
  gitRepo: (report, source, path) => {
    needTexts(report, source, ["repository"], path);
    const directory = textOf(source.directory);
    reportProblems(report, relativePathProblems(directory), child(path, "directory"), directory);
  },
  glusterfs: (report, source, path) => needTexts(report, source, ["endpoints", "path"], path),
  iscsi: checkIscsi,
  photonPersistentDisk: (report, source, path) => needTexts(report, source, ["pdID"], path),
  portworxVolume: (report, source, path) => needTexts(report, source, ["volumeID"], path),
  quobyte: checkQuobyte,
  rbd: (report, source, path) => {
    needItems(report, source, "monitors", path);
    needTexts(report, source, ["image"], path);
  },
  scaleIO: (report, source, path) => needTexts(report, source, ["gateway", "system", "volumeName"], path),
  storageos: checkStorageOs,
  vsphereVolume: (report, source, path) => needTexts(report, source, ["volumePath"], path),
};

/** Source: kubernetes, pkg/apis/core/validation/validation.go, validateVolumeSource and the functions that it calls. */
export function checkVendorVolume(outer: Report, name: string, source: JsonObject, volumePath: FieldPath): void {
  const report = reportFrom(outer, core, "validateVolumeSource");
  // For one source the server writes another name.
  const path = child(volumePath, name === "gcePersistentDisk" ? "persistentDisk" : name);
  if (Object.hasOwn(checks, name)) checks[name]?.(report, source, path);
}

function needItems(report: Report, source: JsonObject, name: string, path: FieldPath): void {
  if (listOf(source[name]).length === 0) {
    report("Required", child(path, name), source[name], "must have at least one item");
  }
}

function needSecretName(report: Report, source: JsonObject, path: FieldPath): void {
  const secret = objectOf(source.secretRef);
  if (secret !== undefined) needTexts(report, secret, ["name"], child(path, "secretRef"));
}

// Without a kind it is "Shared". Source: kubernetes, pkg/apis/core/v1/defaults.go, SetDefaults_AzureDiskVolumeSource.
function checkAzureDisk(report: Report, source: JsonObject, path: FieldPath): void {
  needTexts(report, source, ["diskName", "diskURI"], path);
  const uri = textOf(source.diskURI);
  const kind = typeof source.kind === "string" ? source.kind : "Shared";
  if (typeof source.cachingMode === "string") {
    checkSupported(report, source.cachingMode, ["None", "ReadOnly", "ReadWrite"], child(path, "cachingMode"));
  }
  checkSupported(report, kind, ["Dedicated", "Managed", "Shared"], child(path, "kind"));
  const start = kind === "Managed" ? "/subscriptions/" : "https://";
  if (!uri.startsWith(start)) {
    report(
      "NotSupported",
      child(path, "diskURI"),
      uri,
      `does not begin with "${start}", as that of a ${kind} disk does`,
    );
  }
}

function checkFibreChannel(report: Report, source: JsonObject, path: FieldPath): void {
  const [names, ids] = [listOf(source.targetWWNs), listOf(source.wwids)];
  const namesPath = child(path, "targetWWNs");
  if (names.length === 0 && ids.length === 0) {
    report("Required", namesPath, source.targetWWNs, "must be set, unless wwids is");
  }
  if (names.length === 0) return;
  if (ids.length > 0) report("Invalid", namesPath, names, "must not be set when wwids is set");
  const lunPath = child(path, "lun");
  if (typeof source.lun !== "number") report("Required", lunPath, source.lun, "must be set when targetWWNs is set");
  else checkByte(report, source.lun, lunPath);
}

function checkFlexVolume(report: Report, source: JsonObject, path: FieldPath): void {
  needTexts(report, source, ["driver"], path);
  for (const name of Object.keys(asObject(source.options))) {
    const parts = name.toLowerCase().split("/");
    if (!/\.(?:kubernetes|k8s)\.io$/.test(`.${parts[0]}`)) continue;
    report("Invalid", key(child(path, "options"), name), name, "must not be in a namespace of Kubernetes");
  }
}

function checkFlocker(report: Report, source: JsonObject, path: FieldPath): void {
  const [name, id] = [textOf(source.datasetName), textOf(source.datasetUUID)];
  if (name === "" && id === "") report("Required", path, source, "must have datasetName or datasetUUID");
  if (name !== "" && id !== "") report("Invalid", path, source, "must not have both datasetName and datasetUUID");
  if (name.includes("/")) report("Invalid", child(path, "datasetName"), name, 'must not contain "/"');
}

// A tenant that is too long is reported as one that is missing.
function checkQuobyte(report: Report, source: JsonObject, path: FieldPath): void {
  const registry = textOf(source.registry);
  const registryPath = child(path, "registry");
  if (registry === "") {
    report("Required", registryPath, source.registry, "must be set to hosts and ports such as host:port");
  } else if (isLongerThan(textOf(source.tenant), 64)) {
    report("Required", child(path, "tenant"), source.tenant, "must not be longer than 64 bytes");
  } else {
    for (const pair of registry.split(",")) {
      if (!isHostAndPort(pair)) {
        report("Invalid", registryPath, registry, `must be a list of host:port, but has ${JSON.stringify(pair)}`);
      }
    }
  }
  needTexts(report, source, ["volume"], path);
}

/** Source: Go, net.SplitHostPort. */
function isHostAndPort(text: string): boolean {
  return /^(?:\[[^[\]]*\]|[^[\]:]*):[^[\]:]*$/.test(text);
}

function checkStorageOs(report: Report, source: JsonObject, path: FieldPath): void {
  needTexts(report, source, ["volumeName"], path);
  for (const name of ["volumeName", "volumeNamespace"]) {
    const text = textOf(source[name]);
    if (text !== "") reportProblems(report, dns1123LabelProblems(text), child(path, name), text);
  }
  needSecretName(report, source, path);
}
