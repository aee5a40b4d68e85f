import { readOpenApiV2 } from "@kubeschema/model";
import { describe, expect, test } from "vitest";
import { referencePages } from "./reference-page.ts";

const kind = (group: string, version: string, name: string) => ({
  type: "object",
  "x-kubernetes-group-version-kind": [{ group, version, kind: name }],
});

describe("referencePages()", () => {
  const { model } = readOpenApiV2({
    swagger: "2.0",
    definitions: {
      "io.k8s.api.networking.v1.Ingress": kind("networking.k8s.io", "v1", "Ingress"),
      "io.k8s.api.networking.v1.IngressSpec": { type: "object" },
      "io.k8s.api.core.v1.Pod": kind("", "v1", "Pod"),
      "io.k8s.apimachinery.pkg.apis.meta.v1.Status": kind("", "v1", "Status"),
      "io.k8s.apimachinery.pkg.api.resource.Quantity": { type: "string" },
    },
  }, { kubernetesVersion: "v1.36", name: "", sha256: "" });
  const page = referencePages(model);

  test.each([
    ["io.k8s.api.networking.v1.IngressSpec", "#ingressspec-v1-networking-k8s-io"],
    ["io.k8s.api.core.v1.Pod", "#pod-v1-core"],
    ["io.k8s.apimachinery.pkg.apis.meta.v1.Status", "#status-v1-meta"],
  ])("finds the place of %s", (definition, want) => {
    expect(page(definition)).toBe(`https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.36/${want}`);
  });

  test("finds none for what the reference does not list", () => {
    expect(page("io.k8s.apimachinery.pkg.api.resource.Quantity")).toBeUndefined();
  });
});
