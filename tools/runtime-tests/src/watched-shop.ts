import type { ApiServer } from "@kubeschema-tools/apiserver";
import { createShop } from "./create-shop.ts";

const watched = ["ingresses", "ingressclasses", "services", "events", "endpointslices"];

/** The user who watches. */
export const watcher = "watcher";

/**
 * Fills a server with the healthy shop.
 *
 * @returns The kubeconfig of a user who may do what `ingress-diff rbac watch` prints: Secrets are listed and never watched.
 */
export async function createWatchedShop(server: ApiServer): Promise<string> {
  await createShop(server);
  const apiGroups = ["", "networking.k8s.io", "discovery.k8s.io"];
  return server.addUser(watcher, {
    rules: [
      { apiGroups, resources: watched, verbs: ["list", "watch"] },
      { apiGroups: [""], resources: ["secrets"], verbs: ["list"] },
    ],
  });
}
