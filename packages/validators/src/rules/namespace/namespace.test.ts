import { expect, test } from "vitest";
import { faultsOf } from "../testing/faults-of.ts";
import { checkNamespace } from "./namespace.ts";

test.each<{ name: string; finalizers?: readonly unknown[]; want: readonly string[] }>([
  { name: "a", want: [] },
  { name: "a.b", want: ["metadata.name Invalid"] },
  { name: "a", finalizers: ["kubernetes", "example.com/a"], want: [] },
  { name: "a", finalizers: ["x"], want: ["spec.finalizers Invalid"] },
  { name: "a", finalizers: ["-"], want: ["spec.finalizers Invalid", "spec.finalizers Invalid"] },
  { name: "a", finalizers: ["a/b/c"], want: ["spec.finalizers Invalid"] },
])("checkNamespace() judges $name with finalizers $finalizers", ({ name, finalizers, want }) => {
  expect(faultsOf(checkNamespace, { metadata: { name }, spec: { finalizers } })).toEqual(want);
});
