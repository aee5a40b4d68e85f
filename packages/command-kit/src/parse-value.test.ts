import { expect, test } from "vitest";
import { parseDuration } from "./duration.ts";
import { parseKubernetesVersion } from "./kubernetes-version.ts";

test.each([
  ["1.36", "v1.36"],
  ["v1.36", "v1.36"],
  ["1.36.2", "v1.36"],
  ["v1.36.2-gke.100", "v1.36"],
  ["v1.36+k3s1", "v1.36"],
  ["1", undefined],
  ["1.x", undefined],
  ["new", undefined],
  ["1.36.", undefined],
  [" 1.36", undefined],
])("parseKubernetesVersion(%j) is %j", (text, want) => {
  expect(parseKubernetesVersion(text)).toBe(want);
});

test.each([
  ["500ms", 500],
  ["30", 30_000],
  ["1.5s", 1500],
  ["1m30s", 90_000],
  ["14d", 1_209_600_000],
  ["0", undefined],
  ["-1s", undefined],
  ["30x", undefined],
  ["", undefined],
  ["99999m", undefined],
])("parseDuration(%j) is %j", (text, want) => {
  expect(parseDuration(text)).toBe(want);
});

test("parseDuration() takes its limit", () => {
  expect(parseDuration("99999m", Number.POSITIVE_INFINITY)).toBe(5_999_940_000);
});
