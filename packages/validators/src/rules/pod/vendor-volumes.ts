import { isLongerThan } from "../../formats/byte-length.ts";
import { dns1123LabelProblems } from "../../formats/dns-1123-label.ts";
import { relativePathProblems } from "../../formats/relative-path.ts";
import { child, type FieldPath, key } from "../../field-path.ts";
import { asObject, type JsonObject, listOf, objectOf, textOf } from "../../json-object.ts";
import type { Report } from "../../runtime/rules.ts";
import { checkSupported } from "../check-supported.ts";
import { reportProblems } from "../report-problems.ts";
import { checkByte } from "./check-byte.ts";
import { checkIscsi } from "./iscsi-volume.ts";
import { needTexts } from "./need-text.ts";

type Check = (source: JsonObject, path: FieldPath, report: Report) => void;

/** The volumes of storage vendors, most of them no longer served by a driver in Kubernetes itself, but judged still. */
const checks: Readonly<Record<string, Check>> = {
  awsElasticBlockStore: (source, path, report) => {
    needTexts(source, ["volumeID"], path, report);
    checkByte(source.partition, child(path, "partition"), report);
  },
  azureDisk: checkAzureDisk,
  azureFile: (source, path, report) => needTexts(source, ["secretName", "shareName"], path, report),
  cephfs: (source, path, report) => needItems(source, "monitors", path, report),
  cinder: (source, path, report) => {
    needTexts(source, ["volumeID"], path, report);
    needSecretName(source, path, report);
  },
  fc: checkFibreChannel,
  flexVolume: checkFlexVolume,
  flocker: checkFlocker,
  gcePersistentDisk: (source, path, report) => {
    needTexts(source, ["pdName"], path, report);
    checkByte(source.partition, child(path, "partition"), report);
  },
  gitRepo: (source, path, report) => {
    needTexts(source, ["repository"], path, report);
    const directory = textOf(source.directory);
    reportProblems(relativePathProblems(directory), child(path, "directory"), directory, report);
  },
  glusterfs: (source, path, report) => needTexts(source, ["endpoints", "path"], path, report),
  iscsi: checkIscsi,
  photonPersistentDisk: (source, path, report) => needTexts(source, ["pdID"], path, report),
  portworxVolume: (source, path, report) => needTexts(source, ["volumeID"], path, report),
  quobyte: checkQuobyte,
  rbd: (source, path, report) => {
    needItems(source, "monitors", path, report);
    needTexts(source, ["image"], path, report);
  },
  scaleIO: (source, path, report) => needTexts(source, ["gateway", "system", "volumeName"], path, report),
  storageos: checkStorageOs,
  vsphereVolume: (source, path, report) => needTexts(source, ["volumePath"], path, report),
};

/** Source: kubernetes, pkg/apis/core/validation/validation.go, validateVolumeSource and the functions that it calls. */
export function checkVendorVolume(name: string, source: JsonObject, volumePath: FieldPath, report: Report): void {
  // For one source the server writes another name.
  const path = child(volumePath, name === "gcePersistentDisk" ? "persistentDisk" : name);
  if (Object.hasOwn(checks, name)) checks[name]?.(source, path, report);
}

function needItems(source: JsonObject, name: string, path: FieldPath, report: Report): void {
  if (listOf(source[name]).length === 0) report("Required", child(path, name), source[name], "needs at least one item");
}

function needSecretName(source: JsonObject, path: FieldPath, report: Report): void {
  const secret = objectOf(source.secretRef);
  if (secret !== undefined) needTexts(secret, ["name"], child(path, "secretRef"), report);
}

// Without a kind it is "Shared". Source: kubernetes, pkg/apis/core/v1/defaults.go, SetDefaults_AzureDiskVolumeSource.
function checkAzureDisk(source: JsonObject, path: FieldPath, report: Report): void {
  needTexts(source, ["diskName", "diskURI"], path, report);
  const uri = textOf(source.diskURI);
  const kind = typeof source.kind === "string" ? source.kind : "Shared";
  if (typeof source.cachingMode === "string") {
    checkSupported(source.cachingMode, ["None", "ReadOnly", "ReadWrite"], child(path, "cachingMode"), report);
  }
  checkSupported(kind, ["Dedicated", "Managed", "Shared"], child(path, "kind"), report);
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

function checkFibreChannel(source: JsonObject, path: FieldPath, report: Report): void {
  const [names, ids] = [listOf(source.targetWWNs), listOf(source.wwids)];
  const namesPath = child(path, "targetWWNs");
  if (names.length === 0 && ids.length === 0) report("Required", namesPath, source.targetWWNs, "or wwids are needed");
  if (names.length === 0) return;
  if (ids.length > 0) report("Invalid", namesPath, names, "must not be set beside wwids");
  const lunPath = child(path, "lun");
  if (typeof source.lun !== "number") report("Required", lunPath, source.lun, "is needed with targetWWNs");
  else checkByte(source.lun, lunPath, report);
}

function checkFlexVolume(source: JsonObject, path: FieldPath, report: Report): void {
  needTexts(source, ["driver"], path, report);
  for (const name of Object.keys(asObject(source.options))) {
    const parts = name.toLowerCase().split("/");
    if (!/\.(?:kubernetes|k8s)\.io$/.test(`.${parts[0]}`)) continue;
    report("Invalid", key(child(path, "options"), name), name, "is in a namespace of Kubernetes");
  }
}

function checkFlocker(source: JsonObject, path: FieldPath, report: Report): void {
  const [name, id] = [textOf(source.datasetName), textOf(source.datasetUUID)];
  if (name === "" && id === "") report("Required", path, source, "needs datasetName or datasetUUID");
  if (name !== "" && id !== "") report("Invalid", path, source, "has both datasetName and datasetUUID");
  if (name.includes("/")) report("Invalid", child(path, "datasetName"), name, 'must not hold "/"');
}

// A tenant that is too long is reported as one that is missing.
function checkQuobyte(source: JsonObject, path: FieldPath, report: Report): void {
  const registry = textOf(source.registry);
  const registryPath = child(path, "registry");
  if (registry === "") report("Required", registryPath, source.registry, "needs a host and a port");
  else if (isLongerThan(textOf(source.tenant), 64)) {
    report("Required", child(path, "tenant"), source.tenant, "must not be longer than 64 bytes");
  } else {
    for (const pair of registry.split(",")) {
      if (!isHostAndPort(pair)) report("Invalid", registryPath, registry, `${JSON.stringify(pair)} is not host:port`);
    }
  }
  needTexts(source, ["volume"], path, report);
}

/** Source: Go, net.SplitHostPort. */
function isHostAndPort(text: string): boolean {
  return /^(?:\[[^[\]]*\]|[^[\]:]*):[^[\]:]*$/.test(text);
}

function checkStorageOs(source: JsonObject, path: FieldPath, report: Report): void {
  needTexts(source, ["volumeName"], path, report);
  for (const name of ["volumeName", "volumeNamespace"]) {
    const text = textOf(source[name]);
    if (text !== "") reportProblems(dns1123LabelProblems(text), child(path, name), text, report);
  }
  needSecretName(source, path, report);
}
