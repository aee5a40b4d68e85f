import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { IssueType } from "../validation-issue.ts";
import { withSources } from "./issue-source.ts";
import { validate } from "./validate.ts";

const core = "pkg/apis/core/validation/validation.go";
const networking = "pkg/apis/networking/validation/validation.go";

test.each<readonly [kind: string, type: IssueType, fieldPath: string, source: string]>([
  ["v1/ConfigMap", "Unknown", "dta", "api/openapi-spec/swagger.json"],
  ["v1/ConfigMap", "Invalid", "data[a.b[0]]", `${core}, ValidateConfigMap`],
  ["v1/ConfigMap", "TooLong", "[]", `${core}, ValidateConfigMap`],
  ["batch/v1/Job", "Required", "spec.template.spec.restartPolicy", `${core}, ValidatePodSpec`],
  ["batch/v1/CronJob", "Required", "spec.schedule", "pkg/apis/batch/validation/validation.go, validateScheduleFormat"],
  ["autoscaling/v1/HorizontalPodAutoscaler", "Required", "spec.maxReplicas", "api/openapi-spec/swagger.json"],
  [
    "batch/v1/Job",
    "Invalid",
    "metadata.labels",
    "staging/src/k8s.io/apimachinery/pkg/api/validation/objectmeta.go, ValidateObjectMeta",
  ],
  ["networking.k8s.io/v1/Ingress", "Invalid", "spec", `${networking}, ValidateIngressSpec`],
  ["networking.k8s.io/v1/Ingress", "Invalid", "spec.rules[1].host", `${networking}, validateIngressRules`],
  [
    "networking.k8s.io/v1/Ingress",
    "Required",
    "spec.rules[0].http.paths[10].backend.service.name",
    `${networking}, validateIngressBackend`,
  ],
  [
    "networking.k8s.io/v1/Ingress",
    "Invalid",
    "annotations.kubernetes.io/ingress.class",
    `${networking}, ValidateIngressCreate`,
  ],
  ["extensions/v1beta1/Ingress", "TypeInvalid", "spec.backend", "staging/src/k8s.io/api/networking/v1beta1/types.go"],
  ["apps/v1/Deployment", "Required", "spec.template.spec.containers[0].env[1].name", `${core}, ValidateEnv`],
  ["apps/v1/Deployment", "Invalid", "spec.template.spec.envelope", `${core}, ValidatePodSpec`],
  ["apps/v1/Deployment", "Invalid", "spec.replicas", "pkg/apis/apps/validation/validation.go, ValidateDeploymentSpec"],
])("withSources() tells the source for %s: %s of %s", (kind, type, fieldPath, source) => {
  const at = kind.lastIndexOf("/");
  const issue = { type, fieldPath, message: "", value: null };
  expect(withSources([issue], kind.slice(0, at), kind.slice(at + 1))).toEqual([{ ...issue, source }]);
});

test("validate() tells where the rule of an issue comes from", async () => {
  const { issues } = await validate({
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: "a" },
    data: { "/": "" },
  });
  expect(issues).toMatchObject([{ fieldPath: "data[/]", source: `${core}, ValidateConfigMap` }]);
});

// The rules tell their sources themselves, in their documentation.
test("withSources() names files that the rules name too", () => {
  const rules = globSync("../rules/**/*.ts", { cwd: import.meta.dirname }).map((file) =>
    readFileSync(new URL(file, import.meta.url), "utf8")
  ).join("\n");
  const table = readFileSync(new URL("./issue-source.ts", import.meta.url), "utf8");
  const functions = [...table.matchAll(/\}, (\w+)`/g)].map(([, name]) => name ?? "");
  const files = [...table.matchAll(/"(?:staging\/src\/k8s\.io\/)?(\w+\/[\w/]+\.go)/g)].map(([, name]) => name ?? "");
  expect(functions.length).toBeGreaterThan(30);
  const callers = [
    "validateProjectedVolumeSource",
    "validateDownwardAPIVolumeSource",
    "validateLifecycle",
    "validateIngressClassSpec",
  ];
  expect(functions.filter((name) => !rules.includes(name) && !callers.includes(name))).toEqual([]);
  expect(files.filter((name) => !rules.includes(name))).toEqual([]);
});
