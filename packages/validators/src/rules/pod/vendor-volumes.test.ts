import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../values/json-object.ts";
import { faultsOf } from "../testing/faults-of.ts";
import { checkPodTemplate } from "./pod-template.ts";
import { field } from "../../values/field-path.ts";

const web = { name: "web", image: "nginx" };

function volumeFaults(source: object): readonly string[] {
  const template = { spec: { containers: [web], volumes: [{ name: "v", ...source }] } };
  return faults(template).map((line) => line.replace("spec.volumes[0].", ""));
}

function faults(template: JsonObject): readonly string[] {
  const rules = faultsOf((report, object, version) => checkPodTemplate(report, object, field("t"), version), template);
  return rules.map((line) => line.replace(/^t\./, ""));
}

// A real server judges mutants of the same in tools/parity.
describe("checkPodTemplate() judges volumes of vendors:", () => {
  test.each<readonly [source: object, want: readonly string[]]>([
    [{ gcePersistentDisk: {} }, ["persistentDisk.pdName Required"]],
    [{ awsElasticBlockStore: { volumeID: "a", partition: 256 } }, ["awsElasticBlockStore.partition Invalid"]],
    [{ gitRepo: { directory: "../a" } }, ["gitRepo.repository Required", "gitRepo.directory Invalid"]],
    [{ iscsi: { targetPortal: "a", iqn: "eui.0123456789abcdef" } }, []],
    [{ iscsi: {} }, ["iscsi.targetPortal Required", "iscsi.iqn Required"]],
    [{ iscsi: { targetPortal: "a", iqn: "iqn.2015-02.a:b", chapAuthSession: true } }, ["iscsi.secretRef Required"]],
    [{ iscsi: { targetPortal: "a", iqn: "iqn.2015-02.a:", lun: -1 } }, ["iscsi.iqn Invalid", "iscsi.lun Invalid"]],
    [
      { iscsi: { targetPortal: "a".repeat(63), iqn: "iqn.2015-02.a:b:", initiatorName: "a" } },
      ["iscsi.initiatorname Invalid", "name Invalid"],
    ],
    [{ glusterfs: { endpoints: "a" } }, ["glusterfs.path Required"]],
    [{ flocker: {} }, ["flocker Required"]],
    [{ flocker: { datasetName: "a/b", datasetUUID: "c" } }, ["flocker Invalid", "flocker.datasetName Invalid"]],
    [{ rbd: {} }, ["rbd.monitors Required", "rbd.image Required"]],
    [{ cinder: { volumeID: "a", secretRef: {} } }, ["cinder.secretRef.name Required"]],
    [{ cephfs: { monitors: [] } }, ["cephfs.monitors Required"]],
    [{ quobyte: { registry: "a:1,b", volume: "v" } }, ["quobyte.registry Invalid"]],
    [{ quobyte: { registry: "[::1]:1", tenant: "a".repeat(65) } }, [
      "quobyte.tenant Required",
      "quobyte.volume Required",
    ]],
    [{ fc: {} }, ["fc.targetWWNs Required"]],
    [{ fc: { targetWWNs: ["a"], wwids: ["b"] } }, ["fc.targetWWNs Invalid", "fc.lun Required"]],
    [{ flexVolume: { driver: "a", options: { "A.k8s.io/b": "c" } } }, ["flexVolume.options[A.k8s.io/b] Invalid"]],
    [{ azureFile: {} }, ["azureFile.secretName Required", "azureFile.shareName Required"]],
    [{ azureDisk: { diskName: "a", diskURI: "/subscriptions/a" } }, ["azureDisk.diskURI NotSupported"]],
    [{ azureDisk: { diskName: "a", diskURI: "/subscriptions/a", kind: "Managed" } }, []],
    [
      { azureDisk: { diskName: "a", diskURI: "https://a", kind: "", cachingMode: "" } },
      ["azureDisk.cachingMode NotSupported", "azureDisk.kind NotSupported"],
    ],
    [{ vsphereVolume: {} }, ["vsphereVolume.volumePath Required"]],
    [{ photonPersistentDisk: {} }, ["photonPersistentDisk.pdID Required"]],
    [{ portworxVolume: {} }, ["portworxVolume.volumeID Required"]],
    [{ storageos: { volumeName: "A", volumeNamespace: "B" } }, [
      "storageos.volumeName Invalid",
      "storageos.volumeNamespace Invalid",
    ]],
    [{ scaleIO: {} }, ["scaleIO.gateway Required", "scaleIO.system Required", "scaleIO.volumeName Required"]],
  ])("%j", (source, want) => {
    expect(volumeFaults(source)).toEqual(want);
  });
});

describe("checkPodTemplate() judges Windows options:", () => {
  test.each<readonly [options: object, want: readonly string[]]>([
    [{ gmsaCredentialSpecName: "a", gmsaCredentialSpec: "b", runAsUserName: "domain\\user" }, []],
    [{ gmsaCredentialSpecName: "A", gmsaCredentialSpec: "" }, [
      "gmsaCredentialSpecName Invalid",
      "gmsaCredentialSpec Invalid",
    ]],
    ...["", "a\tb", "a\\b\\c", "a\\", ".a\\b", "..", "a@b", "a".repeat(105)].map((runAsUserName) =>
      [{ runAsUserName }, ["runAsUserName Invalid"]] as const
    ),
  ])("%j", (windowsOptions, want) => {
    const securityContext = { windowsOptions };
    const inContainer = faults({ spec: { containers: [{ ...web, securityContext }] } });
    expect(inContainer).toEqual(want.map((line) => `spec.containers[0].securityContext.windowsOptions.${line}`));
    const inPod = faults({ spec: { containers: [web], securityContext } });
    expect(inPod).toEqual(want.map((line) => `spec.securityContext.windowsOptions.${line}`));
  });
});
