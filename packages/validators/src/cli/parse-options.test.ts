import { expect, test } from "vitest";
import { parseOptions } from "./parse-options.ts";

const defaults = {
  paths: [],
  output: "text",
  kubernetesVersion: undefined,
  areUnknownFieldsIgnored: false,
  areMissingSchemasIgnored: false,
  skippedKinds: [],
  rejectedKinds: [],
  crds: [],
  ignoredPatterns: [],
  isExitZero: false,
  isExitOnError: false,
  hasSummary: false,
  isVerbose: false,
  threadCount: 1,
};

test.each([
  { args: [], want: {} },
  { args: ["a.yaml", "-", "b"], want: { paths: ["a.yaml", "-", "b"] } },
  { args: ["-o", "json", "--summary"], want: { output: "json", hasSummary: true } },
  { args: ["--no-strict"], want: { areUnknownFieldsIgnored: true } },
  { args: ["--kubernetes-version", "v1.33.2"], want: { kubernetesVersion: "v1.33.2" } },
  { args: ["--skip", "Secret, v1/ConfigMap", "--skip=Pod"], want: { skippedKinds: ["Secret", "v1/ConfigMap", "Pod"] } },
  { args: ["--crds", "a", "--crds=cluster", "b"], want: { paths: ["b"], crds: ["a", "cluster"] } },
  { args: ["--crds", "-", "b"], want: { paths: ["b"], crds: ["-"] } },
  { args: ["--", "-o"], want: { paths: ["-o"] } },
  // As pipelines call kubeconform.
  { args: ["-strict", "-summary", "-output", "pretty", "a"], want: { paths: ["a"], hasSummary: true } },
  { args: ["-output=junit", "-n", "16", "-verbose"], want: { output: "junit", isVerbose: true, threadCount: 2 } },
  { args: ["-strict=false", "-summary=true"], want: { areUnknownFieldsIgnored: true, hasSummary: true } },
  { args: ["-kubernetes-version", "master", "-cache", "/tmp", "-debug", "x"], want: { paths: ["x"] } },
  { args: ["-n2"], want: { threadCount: 2 } },
  { args: ["-n=8"], want: { threadCount: 2 } },
  { args: ["-schema-location", "default", "-n=1", "-insecure-skip-tls-verify"], want: {} },
  { args: ["-skip", "A,B", "-reject", "C"], want: { skippedKinds: ["A", "B"], rejectedKinds: ["C"] } },
  {
    args: ["-ignore-missing-schemas", "-exit-on-error"],
    want: { areMissingSchemasIgnored: true, isExitOnError: true },
  },
  { args: ["-ignore-filename-pattern", "\\.json$"], want: { ignoredPatterns: [/\.json$/] } },
])("parseOptions() reads $args", ({ args, want }) => {
  expect(parseOptions(args)).toEqual({ ...defaults, ...want });
});

test.each([
  { args: ["-h"], want: "help" },
  { args: ["a", "--help"], want: "help" },
  { args: ["-v"], want: "version" },
])("parseOptions() reads $args as $want", ({ args, want }) => {
  expect(parseOptions(args)).toBe(want);
});

test.each([
  { args: ["--nope"], want: "Unknown option '--nope'" },
  { args: ["-o", "yaml"], want: '-o expects one of text, json, junit, sarif, github, tap, found "yaml"' },
  { args: ["-o"], want: "Option '-o, --output <value>' argument missing" },
  { args: ["--kubernetes-version", "new"], want: '--kubernetes-version expects a release such as 1.36, found "new"' },
  {
    args: ["--ignore-filename-pattern", "["],
    want: '--ignore-filename-pattern expects a regular expression, found "["',
  },
  { args: ["-n", "many"], want: '-n expects a number of threads, found "many"' },
  { args: ["-strict=maybe"], want: '-strict expects true or false, found "maybe"' },
  { args: ["-schema-location", "https://example.com"], want: "-schema-location is not supported" },
  { args: ["--crds", ""], want: "--crds expects a file, a folder, - or cluster, found nothing" },
  { args: ["--crds", "-"], want: "--crds - and the manifests cannot both come from stdin" },
  { args: ["--crds", "-", "--crds", "-", "a"], want: "cannot both come from stdin" },
  { args: [""], want: "Expected a file or folder, found an empty argument" },
])("parseOptions() throws a CommandError for $args", ({ args, want }) => {
  expect(() => parseOptions(args)).toThrow(want);
  expect(() => parseOptions(args)).toThrow(expect.objectContaining({ name: "CommandError" }));
});
