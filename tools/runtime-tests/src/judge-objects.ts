import type { KubeObject } from "@kubeschema-tools/clusters";
import { evaluate, type Evaluation, observeSnapshot } from "@kubeschema/ingress-diff";

/** Observes and judges objects as the command does with a snapshot of them. */
export function judgeObjects(objects: readonly KubeObject[], atMs: number): Evaluation {
  const at = new Date(atMs).toISOString();
  const documents = [{ apiVersion: "v1", kind: "List", items: objects }];
  return evaluate(observeSnapshot([{ name: "cluster.json", documents }], { source: "cluster", at }), { at });
}
