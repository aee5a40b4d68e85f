import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../values/json-object.ts";
import { faultsOf } from "../testing/faults-of.ts";
import { checkJob } from "./job.ts";

const containers = [{ name: "web", image: "nginx" }];
const template = { spec: { restartPolicy: "Never", containers } };
const indexed = { template, completionMode: "Indexed", completions: 5 };
const onFailure = (rules: readonly object[], spec: object = {}): object => ({
  template,
  podFailurePolicy: { rules },
  ...spec,
});
const exit = (onExitCodes: object): object => ({ action: "FailJob", onExitCodes });
const succeeded = (succeededIndexes: string): object => ({
  ...indexed,
  successPolicy: { rules: [{ succeededIndexes }] },
});
const rule = "spec.podFailurePolicy.rules[0]";
const success = "spec.successPolicy.rules[0]";

interface Row {
  readonly name: string;
  readonly spec: JsonObject | object;
  readonly metadata?: JsonObject;
  readonly kubernetesVersion?: string;
  readonly want: readonly string[];
}

const rows: readonly Row[] = [
  { name: "a Job", spec: { template }, want: [] },
  {
    name: "pods that never end",
    spec: { template: { spec: { containers } } },
    want: ["spec.template.spec.restartPolicy Required"],
  },
  {
    name: "a policy that no pod has",
    spec: { template: { spec: { containers, restartPolicy: "Sometimes" } } },
    want: ["spec.template.spec.restartPolicy NotSupported"],
  },
  {
    name: "negative counts",
    spec: { template, parallelism: -1, backoffLimit: -1, ttlSecondsAfterFinished: -1 },
    want: ["spec.parallelism Invalid", "spec.backoffLimit Invalid", "spec.ttlSecondsAfterFinished Invalid"],
  },
  {
    name: "a selector of its own",
    spec: { template: { ...template, metadata: { labels: { a: "b" } } }, selector: { matchLabels: { a: "b" } } },
    want: ["spec.selector Invalid"],
  },
  {
    name: "a label that the server sets",
    spec: { template: { ...template, metadata: { labels: { "job-name": "other" } } } },
    want: ["spec.template.metadata.labels[job-name] Invalid"],
  },
  {
    name: "a name that is too long for a label",
    metadata: { name: "a".repeat(64) },
    spec: { template },
    want: ["spec.template.labels Invalid", "spec.template.labels Invalid"],
  },
  {
    name: "no selector by hand",
    spec: { template, manualSelector: true },
    want: [
      "spec.selector Required",
      "spec.template.metadata.labels Invalid",
    ],
  },
  {
    name: "a selector by hand",
    spec: {
      template: { ...template, metadata: { labels: { a: "b" } } },
      manualSelector: true,
      selector: { matchLabels: { a: "b" } },
    },
    want: [],
  },
  { name: "indexes", spec: indexed, want: [] },
  { name: "indexes of nothing", spec: { template, completionMode: "Indexed" }, want: ["spec.completions Required"] },
  { name: "an unknown mode", spec: { template, completionMode: "x" }, want: ["spec.completionMode NotSupported"] },
  { name: "an unknown mode before", spec: { template, completionMode: "x" }, kubernetesVersion: "1.20", want: [] },
  {
    name: "host names that are too long",
    metadata: { name: "a".repeat(62) },
    spec: indexed,
    want: ["metadata.name Invalid"],
  },
  {
    name: "limits without indexes",
    spec: { template, maxFailedIndexes: 1 },
    want: ["spec.backoffLimitPerIndex Required", "spec.maxFailedIndexes Invalid"],
  },
  {
    name: "more failures than indexes",
    spec: { ...indexed, backoffLimitPerIndex: 1, maxFailedIndexes: 6 },
    want: ["spec.maxFailedIndexes Invalid"],
  },
  {
    name: "very many indexes",
    spec: { ...indexed, completions: 100_001, backoffLimitPerIndex: 1, parallelism: 10_001 },
    want: ["spec.maxFailedIndexes Required", "spec.parallelism Invalid"],
  },
  {
    name: "a policy for failures",
    spec: onFailure([
      exit({ containerName: "web", operator: "In", values: [1, 2] }),
      { action: "Ignore", onPodConditions: [{ type: "DisruptionTarget" }] },
    ]),
    want: [],
  },
  { name: "a rule of nothing", spec: onFailure([{}]), want: [`${rule}.action Required`, `${rule} Invalid`] },
  {
    name: "exit codes that are wrong",
    spec: onFailure([exit({ containerName: "x", operator: "In", values: [2, 0, 2] })]),
    want: [
      `${rule}.onExitCodes.containerName Invalid`,
      `${rule}.onExitCodes.values[1] Invalid`,
      `${rule}.onExitCodes.values[2] Duplicate`,
      `${rule}.onExitCodes.values Invalid`,
    ],
  },
  {
    name: "a failed index without a limit",
    spec: onFailure([{ action: "FailIndex", onPodConditions: [{ type: "A B", status: "x" }] }]),
    want: [
      `${rule}.action Invalid`,
      `${rule}.onPodConditions[0].type Invalid`,
      `${rule}.onPodConditions[0].status NotSupported`,
    ],
  },
  {
    name: "another replacement beside a policy",
    spec: onFailure([], { podReplacementPolicy: "TerminatingOrFailed" }),
    want: ["spec.podReplacementPolicy NotSupported"],
  },
  {
    name: "restarts beside a policy",
    spec: onFailure([], { template: { spec: { restartPolicy: "OnFailure", containers } } }),
    want: ["spec.template.spec.restartPolicy Invalid"],
  },
  { name: "success", spec: succeeded("0,2-4"), want: [] },
  ...["0,0", "5", "3-1", "1-", "a", "1,,2", "0-5"].map((indexes) => ({
    name: `success of the indexes ${indexes}`,
    spec: succeeded(indexes),
    want: [`${success}.succeededIndexes Invalid`],
  })),
  {
    name: "success of too many",
    spec: { ...indexed, successPolicy: { rules: [{ succeededCount: 6 }, {}] } },
    want: [`${success}.succeededCount Invalid`, "spec.successPolicy.rules[1] Required"],
  },
  {
    name: "success without indexes",
    spec: { template, successPolicy: { rules: [] } },
    want: [
      "spec.successPolicy Invalid",
    ],
  },
  { name: "another manager", spec: { template, managedBy: "x" }, want: ["spec.managedBy Invalid"] },
];

describe("checkJob() judges as the API server does:", () => {
  test.each(rows)("$name", ({ spec, metadata = { name: "a" }, kubernetesVersion, want }) => {
    expect(faultsOf(checkJob, { metadata, spec }, kubernetesVersion)).toEqual(want);
  });
});
