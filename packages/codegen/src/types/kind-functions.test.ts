import { describe, expect, test } from "vitest";
import { kindFunctions } from "./kind-functions.ts";

describe("kindFunctions()", () => {
  test.each([
    ["Ingress", "ingress"],
    ["APIService", "apiService"],
    ["CSIDriver", "csiDriver"],
    ["IPAddress", "ipAddress"],
    ["HTTPRoute", "httpRoute"],
    ["ServiceCIDR", "serviceCIDR"],
    ["VM", "vm"],
    ["A", "a"],
    ["Function", "function_"],
    ["Package", "package_"],
    ["Default", "default_"],
    ["lower", "lower_"],
    ["_odd", "_odd_"],
  ])("names the builder of %s %s", (typeName, builder) => {
    expect(kindFunctions(typeName)).toEqual({ builder, guard: `is${typeName}` });
  });
});

test.each([
  ["Default", "default_"],
  ["Class", "class_"],
  ["HasTypeMeta", "hasTypeMeta_"],
  ["WithTypeMeta", "withTypeMeta_"],
])("kindFunctions() gives %s a builder that compiles", (typeName, want) => {
  expect(kindFunctions(typeName).builder).toBe(want);
});
