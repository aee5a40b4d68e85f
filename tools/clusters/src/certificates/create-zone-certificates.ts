import { words, type ZoneCertificates, zones } from "../random/zones.ts";
import { createCertificateSet } from "./create-certificate-set.ts";

/** Makes the certificates of random clusters for a given time. */
export async function createZoneCertificates(atMs: number): Promise<ZoneCertificates> {
  const entries = await Promise.all(
    zones.map(async (zone) =>
      [zone, await createCertificateSet([zone], atMs, words.map((word) => `${word}.${zone}`))] as const
    ),
  );
  return Object.fromEntries(entries) as unknown as ZoneCertificates; // Each zone has its entry.
}
