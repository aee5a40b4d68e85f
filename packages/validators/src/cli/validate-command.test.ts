import { defineCommand, runProgram } from "@kubeschema/command-kit";
import { runInTestWorld } from "@kubeschema/command-kit/testing";
import { expect, test } from "vitest";
import { program } from "./program.ts";
import { validateCommand, validateFlags } from "./validate-command.ts";
import type { ValidateOptions } from "./validate-options.ts";

const defaults = {
  output: "text",
  summary: false,
  verbose: false,
  exitZero: false,
  exitOnError: false,
  threads: 1,
  strict: true,
  crds: [],
  skip: [],
  reject: [],
  ignoreMissingSchemas: false,
  ignoreFilenamePattern: [],
  debug: false,
  insecureSkipTlsVerify: false,
  schemaLocation: [],
};

/** What the command is given for some arguments. */
async function read(args: readonly string[]) {
  let given: unknown;
  const { operands } = validateCommand;
  const spy = defineCommand<ValidateOptions>({
    summary: "judge manifests",
    flags: validateFlags,
    ...(operands ? { operands } : {}),
    run: (options, call) => {
      given = { options, paths: call.operands };
      return Promise.resolve(0);
    },
  });
  const { code, stderr } = await runInTestWorld(
    (world) => runProgram({ ...program, commands: { validate: spy } }, world),
    args,
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return given;
}

test.each([
  { args: [], want: {} },
  { args: ["a.yaml", "-", "b"], paths: ["a.yaml", "-", "b"], want: {} },
  { args: ["-o", "json", "--summary"], want: { output: "json", summary: true } },
  { args: ["--no-strict"], want: { strict: false } },
  { args: ["--kubernetes-version", "v1.33.2"], want: { kubernetesVersion: "v1.33" } },
  { args: ["--skip", "Secret, v1/ConfigMap", "--skip=Pod"], want: { skip: ["Secret", "v1/ConfigMap", "Pod"] } },
  { args: ["--crds", "a", "--crds=cluster", "b"], paths: ["b"], want: { crds: ["a", "cluster"] } },
  { args: ["--crds", "-", "b"], paths: ["b"], want: { crds: ["-"] } },
  { args: ["--", "-o"], paths: ["-o"], want: {} },
  // As pipelines call kubeconform.
  { args: ["-strict", "-summary", "-output", "pretty", "a"], paths: ["a"], want: { summary: true } },
  { args: ["-output=junit", "-n", "16", "-verbose"], want: { output: "junit", verbose: true, threads: 2 } },
  { args: ["-strict=false", "-summary=true"], want: { strict: false, summary: true } },
  {
    args: ["-kubernetes-version", "master", "-cache", "/tmp", "-debug", "x"],
    paths: ["x"],
    want: { cache: "/tmp", debug: true },
  },
  { args: ["-n2"], want: { threads: 2 } },
  { args: ["-n=8"], want: { threads: 2 } },
  {
    args: ["-schema-location", "default", "-n=1", "-insecure-skip-tls-verify"],
    want: { schemaLocation: ["default"], insecureSkipTlsVerify: true },
  },
  { args: ["-skip", "A,B", "-reject", "C"], want: { skip: ["A", "B"], reject: ["C"] } },
  { args: ["-ignore-missing-schemas", "-exit-on-error"], want: { ignoreMissingSchemas: true, exitOnError: true } },
  { args: ["-ignore-filename-pattern", "\\.json$"], want: { ignoreFilenamePattern: [/\.json$/] } },
])("kubeschema-validate reads $args", async ({ args, paths = [], want }) => {
  expect(await read(args)).toEqual({ options: { ...defaults, ...want }, paths });
});

test.each([
  { args: ["--nope"], want: 'There is no flag "--nope"' },
  { args: ["-o", "yaml"], want: '-o expects text, json, junit, sarif, github or tap, found "yaml"' },
  { args: ["-o"], want: "-o expects text, json, junit, sarif, github or tap, found nothing" },
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
  { args: [""], want: "Expected files, folders or - for stdin, found an empty argument" },
])("kubeschema-validate refuses $args", async ({ args, want }) => {
  const { code, stdout, stderr } = await runInTestWorld((world) => runProgram(program, world), args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(want);
  expect(stderr).toMatch(/^kubeschema-validate: [^\n]+\. Try: [^\n]+\n$/);
});
