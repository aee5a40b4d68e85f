import type { KubeObject } from "@kubeschema-tools/clusters";
import { expect } from "vitest";
import { evaluate } from "../evaluate/evaluate.ts";
import type { Evaluation } from "../evaluate/evaluation.ts";
import { optional } from "../observe/json-value.ts";
import { observeSnapshot } from "../observe/observe-snapshot.ts";
import { messageFaults } from "./message-faults.ts";

/** The time as of which the tests judge. */
export const testTime = "2026-06-01T00:00:00Z";

interface Options {
  readonly at?: string;
  readonly serverVersion?: string;
  /** Whether names and hosts are such that no text with them can be plain. */
  readonly hasHostileNames?: boolean;
}

/** Observes and judges objects the way the command does with a snapshot. */
export async function judge(
  objects: readonly KubeObject[],
  options: Options = {},
): Promise<Evaluation> {
  const { at = testTime, serverVersion } = options;
  const observation = {
    apiVersion: "kubeschema/v1",
    kind: "Observation",
    metadata: { name: "" },
    ...optional("serverVersion", serverVersion),
    ...optional("at", options.at),
  };
  const documents = [{ apiVersion: "v1", kind: "List", items: [observation, ...objects] }];
  const evaluation = evaluate(observeSnapshot([{ name: "test.json", documents }], { source: "test", at }), { at });
  // Whatever a test is about, what is found speaks plainly.
  if (options.hasHostileNames !== true) expect(evaluation.findings.flatMap(messageFaults)).toEqual([]);
  return evaluation;
}

/** Findings in a form that is easy to read: `rule Kind namespace/name`, with `?` where it could not be checked. */
export function said({ findings }: Evaluation): readonly string[] {
  return findings.map(({ rule, outcome, severity, object }) => {
    const mark = severity === "info" ? " (note)" : severity === "warning" && outcome === "fail" ? " (warning)" : "";
    const place = object.namespace === "" ? object.name : `${object.namespace}/${object.name}`;
    return `${rule}${outcome === "unknown" ? "?" : ""}${mark} ${object.kind} ${place}`;
  });
}
