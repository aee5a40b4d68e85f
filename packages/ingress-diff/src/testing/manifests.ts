import { ingress, type KubeObject } from "@kubeschema-tools/clusters";

/** What `kubectl get -o json` prints of some objects. */
export function dump(items: readonly object[]): string {
  return JSON.stringify({ kind: "List", items });
}

/** An Ingress as in a manifest: without a status. */
export function manifest(options: Parameters<typeof ingress>[0] = {}): KubeObject {
  const { status: _, ...object } = ingress(options);
  return object as KubeObject; // Only the status went.
}
