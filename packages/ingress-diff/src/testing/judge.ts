import { observeSnapshot } from "../observe/observe-snapshot.ts";
import { evaluate, type Evaluation } from "../evaluate/evaluate.ts";
import type { KubeObject } from "./kube-objects.ts";

/** The time as of which the tests judge. */
export const testTime = "2026-06-01T00:00:00Z";

/** Observes and judges objects the way the command does with a snapshot. */
export async function judge(
  objects: readonly KubeObject[],
  options: { readonly at?: string; readonly serverVersion?: string } = {},
): Promise<Evaluation> {
  const at = options.at ?? testTime;
  const observation = { apiVersion: "kubeschema/v1", kind: "Observation", metadata: { name: "" }, ...options };
  const documents = [{ apiVersion: "v1", kind: "List", items: [observation, ...objects] }];
  return evaluate(observeSnapshot([{ name: "test.json", documents }], { source: "test", at }), { at });
}

/** Findings in a form that is easy to read: `rule Kind namespace/name`, with `?` where it could not be checked. */
export function said({ findings }: Evaluation): readonly string[] {
  return findings.map(({ rule, outcome, severity, object }) => {
    const mark = severity === "info" ? " (note)" : severity === "warning" && outcome === "fail" ? " (warning)" : "";
    const place = object.namespace === "" ? object.name : `${object.namespace}/${object.name}`;
    return `${rule}${outcome === "unknown" ? "?" : ""}${mark} ${object.kind} ${place}`;
  });
}
