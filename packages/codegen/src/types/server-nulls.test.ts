import { readOpenApiV2 } from "@kubeschema/model";
import { expect, test } from "vitest";
import { emitTypes } from "./emit-types.ts";

test("emitTypes() allows null where the API server writes it, and nowhere else", () => {
  const { model } = readOpenApiV2(
    {
      swagger: "2.0",
      definitions: {
        "io.k8s.apimachinery.pkg.apis.meta.v1.Time": { type: "string", format: "date-time" },
        "io.k8s.api.rbac.v1.Role": {
          type: "object",
          required: ["rules", "at"],
          properties: {
            at: { $ref: "#/definitions/io.k8s.apimachinery.pkg.apis.meta.v1.Time" },
            rules: { type: "array", items: { type: "string" } },
            others: { type: "array", items: { type: "string" } },
          },
        },
      },
    },
    { kubernetesVersion: "v1.36", name: "", sha256: "" },
  );
  const text = emitTypes(model).find(({ path }) => path === "rbac/v1.ts")?.text;
  expect(text).toContain("  at: meta_v1.Time | null;");
  expect(text).toContain("  rules: string[] | null;");
  expect(text).toContain("  others?: string[];");
});
