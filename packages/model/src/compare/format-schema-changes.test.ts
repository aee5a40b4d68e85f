import { describe, expect, test } from "vitest";
import { describeSchemaChanges, formatSchemaChanges } from "./format-schema-changes.ts";
import type { SchemaChange } from "./schema-change.ts";

const changes: readonly SchemaChange[] = [
  { code: "FIELD_ADDED", place: "io.k8s.api.core.v1.PodSpec.hostnameOverride", isBreaking: false, after: "string" },
  { code: "TEXT_CHANGED", place: "io.k8s.api.core.v1.PodSpec.hostname", isBreaking: false, before: "a", after: "b" },
  { code: "KIND_DEPRECATED", place: "v1/Endpoints", isBreaking: false, after: "discovery.k8s.io/v1/EndpointSlice" },
  { code: "DEFINITION_REMOVED", place: "io.k8s.api.batch.v1beta1.CronJob", isBreaking: true },
  { code: "KIND_REMOVED", place: "batch/v1beta1/CronJobList", isBreaking: true },
  { code: "KIND_REMOVED", place: "batch/v1beta1/CronJob", isBreaking: true },
  {
    code: "FIELD_REMOVED",
    place: "io.k8s.api.core.v1.PodSpec.workloadRef",
    isBreaking: true,
    before: "map[string][]io.k8s.api.core.v1.WorkloadReference",
  },
  { code: "DEFAULT_CHANGED", place: "com.example.v1.Shop.open", isBreaking: false, before: true, after: "a`b\n| c" },
];

describe("describeSchemaChanges()", () => {
  test("lists breaking changes first, kinds before fields, and folds lists and texts", () => {
    expect(describeSchemaChanges(changes)).toEqual([
      {
        title: "Breaking",
        lines: [
          "`batch/v1beta1` CronJob was removed.",
          "`core/v1 PodSpec.workloadRef` was removed; it was `map[string][]core/v1 WorkloadReference`.",
          "Type `batch/v1beta1 CronJob` was removed.",
        ],
      },
      { title: "Deprecated", lines: ["`v1` Endpoints is deprecated: `discovery.k8s.io/v1/EndpointSlice`."] },
      { title: "New", lines: ["`core/v1 PodSpec.hostnameOverride` is new: `string`."] },
      {
        title: "Changed",
        lines: [
          "The default of `example/v1 Shop.open` changed from `true` to `a'b | c`.",
          "1 description was reworded.",
        ],
      },
    ]);
  });

  test("has no section without a line", () => {
    expect(describeSchemaChanges([])).toEqual([]);
    expect(formatSchemaChanges([], "text")).toBe("");
  });
});

test("formatSchemaChanges() writes Markdown with headings, and plain text", () => {
  const [change] = changes;
  expect(formatSchemaChanges(change ? [change] : [], "markdown")).toBe(
    "### New\n\n- `core/v1 PodSpec.hostnameOverride` is new: `string`.\n",
  );
  expect(formatSchemaChanges(change ? [change] : [], "text")).toBe(
    "New\n  core/v1 PodSpec.hostnameOverride is new: string.\n",
  );
});
