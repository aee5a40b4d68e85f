import type { ApiServer } from "@kubeschema-tools/apiserver";
import { createCertificate } from "./certificate.ts";
import { servedSliceVersion } from "./served-slice-version.ts";
import { apps, healthyShop } from "./shop-cluster.ts";
import { syncObjects } from "./sync-objects.ts";

const day = 24 * 60 * 60 * 1000;
const watched = ["ingresses", "ingressclasses", "services", "events", "endpointslices"];

/** The user who watches. */
export const watcher = "watcher";

/**
 * Fills a server with the healthy shop.
 *
 * @returns The kubeconfig of a user who may do what `--print-rbac --watch` prints: Secrets are listed and never watched.
 */
export async function createWatchedShop(server: ApiServer): Promise<string> {
  const certificate = await createCertificate({
    hosts: ["*.example.com"],
    notBefore: new Date(Date.now() - day),
    notAfter: new Date(Date.now() + 90 * day),
  });
  const sliceApiVersion = await servedSliceVersion(server);
  const certificates = Object.fromEntries(apps.map(({ host }) => [host, certificate]));
  await syncObjects(server, [], healthyShop({ sliceApiVersion, certificates }));
  const apiGroups = ["", "networking.k8s.io", "discovery.k8s.io"];
  return server.addUser(watcher, {
    rules: [
      { apiGroups, resources: watched, verbs: ["list", "watch"] },
      { apiGroups: [""], resources: ["secrets"], verbs: ["list"] },
    ],
  });
}
