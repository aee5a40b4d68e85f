import type { ApiServer } from "@kubeschema-tools/apiserver";
import {
  allFaults,
  createHealthyCluster,
  createTenant,
  formatReference,
  ingress,
  type IngressObject,
  isIngress,
  type KubeObject,
  serviceBackend,
  zonesOf,
} from "@kubeschema-tools/clusters";
import { createCertificateSet } from "@kubeschema-tools/clusters/certificates";
import { createLiveCluster } from "./live-cluster.ts";
import { servedSliceVersion } from "./served-slice-version.ts";

/** The objects on the server. */
export interface Shop {
  readonly ingresses: readonly IngressObject[];
  /** The key in its Secrets. */
  readonly keyPem: string;
}

const names = {
  namespace: "shop",
  zone: "shop.example.com",
  className: "public",
  otherClassName: "private",
  port: { name: "http", port: 80 },
};

/** Buckets need a kind and rights of their own. */
const faults = allFaults.filter(({ needs }) => needs?.bucket !== true);

/**
 * Fills a server with a large healthy cluster.
 *
 * The namespace `shop` has the Ingresses `web`, `help`, `blog`, `docs`, two of another class, `again`, which leads to the
 * Service `web` too, and `fallback`, which has only a default backend.
 *
 * @param change Changes an object before it is created.
 */
export async function createShop(
  server: ApiServer,
  change: (object: KubeObject) => KubeObject = (object) => object,
): Promise<Shop> {
  const atMs = Date.now();
  const certificates = await createCertificateSet([names.zone, ...zonesOf(faults)], atMs);
  const materials = { certificates, atMs, sliceApiVersion: await servedSliceVersion(server) };
  const shop = createTenant(names, { peers: 2, strangers: 2, second: true }, materials);
  // No host and no rule.
  const fallback = ingress({
    namespace: names.namespace,
    name: "fallback",
    className: names.className,
    spec: { rules: undefined, defaultBackend: serviceBackend("help", "http") },
    status: [{ hostname: `lb.${names.className}.example` }],
  });
  const objects = [...createHealthyCluster(faults, materials).objects, ...shop, fallback].map(change);
  await createLiveCluster(server).become(objects);
  return { ingresses: objects.filter(isIngress), keyPem: certificates.good.keyPem };
}

/** Removes the address of one Ingress: then only the class can show whether a controller serves it. */
export function withoutAddress(object: KubeObject): KubeObject {
  if (formatReference(object) !== "Ingress shop/blog") return object;
  return { ...object, status: { loadBalancer: {} } };
}
