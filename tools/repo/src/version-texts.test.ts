import { expect, test } from "vitest";
import { fillVersions } from "./version-texts.ts";

const versions = { default: "v1.40", supported: ["v1.40", "v1.39", "v1.37"] };

test("fillVersions() replaces what is between the marks, and nothing else", () => {
  const given =
    "v1.2 <!-- kubernetes:default -->v1.1<!-- /kubernetes -->, <!-- kubernetes:earlier -->x\n<!-- /kubernetes -->";
  const want =
    "v1.2 <!-- kubernetes:default -->v1.40<!-- /kubernetes -->, <!-- kubernetes:earlier -->v1.39 and v1.37<!-- /kubernetes -->";
  expect(fillVersions(given, versions, "0.3.0")).toBe(want);
  expect(fillVersions(want, versions, "0.3.0")).toBe(want);
  expect(fillVersions('export const newestKubernetes = "v1.1"; const other = "v1.1";', versions, "0.3.0")).toBe(
    'export const newestKubernetes = "v1.40"; const other = "v1.1";',
  );
  expect(fillVersions("npx @kubeschema/ingress-diff@0.0.0", versions, "0.3.0")).toBe(
    "npx @kubeschema/ingress-diff@0.3.0",
  );
});
