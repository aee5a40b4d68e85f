import { allFaults, createHealthyCluster, type Fault, type HealthyCluster, zonesOf } from "@kubeschema-tools/clusters";
import { createCertificateSet } from "@kubeschema-tools/clusters/certificates";
import { testTime } from "./judge.ts";

/** The faults that a snapshot can show. */
export const snapshotFaults: readonly Fault[] = allFaults.filter(({ only }) => only !== "server");

/** Makes the healthy cluster of the catalogue, with a place for each of {@linkcode snapshotFaults}. */
export async function createSnapshotCluster(): Promise<HealthyCluster> {
  const atMs = Date.parse(testTime);
  const certificates = await createCertificateSet(zonesOf(snapshotFaults), atMs);
  return createHealthyCluster(snapshotFaults, { certificates, atMs });
}
