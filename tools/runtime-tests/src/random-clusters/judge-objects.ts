import { evaluate, type Evaluation, observeSnapshot } from "@kubeschema/ingress-diff";
import { routeKey } from "./asked-routes.ts";
import type { ClusterObject } from "./cluster-object.ts";

/** Observes and judges objects as the command does with a snapshot of them. */
export async function judgeObjects(objects: readonly ClusterObject[], atMs: number): Promise<Evaluation> {
  const at = new Date(atMs).toISOString();
  const documents = [{ apiVersion: "v1", kind: "List", items: objects }];
  return evaluate(observeSnapshot([{ name: "cluster.json", documents }], { source: "cluster", at }), { at });
}

/** What is wrong, as far as it counts: causes only, without notes. */
export interface Root {
  readonly rule: string;
  /** `Kind namespace/name`. */
  readonly object: string;
  readonly id: string;
  /** Keys of the routes that it breaks. */
  readonly routes: readonly string[];
}

/** Lists the causes with the routes that each breaks. */
export function rootsOf({ findings, sources }: Evaluation): readonly Root[] {
  const counted = findings.filter(({ cause, severity }) => cause === undefined && severity !== "info");
  return counted.map((finding) => ({
    rule: finding.outcome === "fail" ? finding.rule : `${finding.rule}?`,
    object: `${finding.object.kind} ${
      finding.object.namespace === "" ? "" : `${finding.object.namespace}/`
    }${finding.object.name}`,
    id: finding.id,
    routes: sources.flatMap(({ source: { ref }, routes }) =>
      routes.filter((one) => one.findings.includes(finding)).map(({ route: { host, path, pathType } }) =>
        routeKey(`${ref.namespace}/${ref.name}`, host, path, pathType)
      )
    ).sort(),
  }));
}
