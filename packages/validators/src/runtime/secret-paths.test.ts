import { expect, test } from "vitest";
import { escapeStep, secrecyOf } from "./secret-paths.ts";

const secrets = ["/data", "/spec/users/*/password", `/spec/${escapeStep("*")}`, `/spec/${escapeStep("a/b~c")}`];

test.each<{ steps: readonly (string | number)[]; want: string | undefined }>([
  { steps: [], want: "around" },
  { steps: ["data"], want: "inside" },
  { steps: ["data", "key"], want: "inside" },
  { steps: ["dat"], want: undefined },
  { steps: ["spec"], want: "around" },
  { steps: ["spec", "users"], want: "around" },
  { steps: ["spec", "users", 0], want: "around" },
  { steps: ["spec", "users", 0, "password"], want: "inside" },
  { steps: ["spec", "users", 0, "name"], want: undefined },
  { steps: ["spec", "*"], want: "inside" },
  { steps: ["spec", "other"], want: undefined },
  { steps: ["spec", "a/b~c"], want: "inside" },
  { steps: ["metadata"], want: "around" },
  { steps: ["metadata", "annotations"], want: "around" },
  { steps: ["metadata", "annotations", "kubectl.kubernetes.io/last-applied-configuration"], want: "inside" },
  { steps: ["items", 3, "metadata", "annotations", "a"], want: "inside" },
  { steps: ["metadata", "labels"], want: undefined },
])("secrecyOf() of $steps is $want", ({ steps, want }) => expect(secrecyOf(secrets, steps)).toBe(want));
