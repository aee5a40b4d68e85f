import { writer } from "@kubeschema-tools/clusters";
import { describe, expect, test } from "vitest";
import { readManagedFields } from "./read-managed-fields.ts";

function read(...managedFields: readonly unknown[]): ReturnType<typeof readManagedFields> {
  return readManagedFields({ metadata: { name: "web", managedFields } });
}

const none = { ownsStatus: false, ownsClassField: false, ownsClassAnnotation: false, ownsOtherFields: false };

describe("readManagedFields()", () => {
  test("keeps who, how, when and through which version", () => {
    expect(read(writer("kubectl-patch", "2026-05-20T00:00:00Z", ["class"]))).toEqual([{
      manager: "kubectl-patch",
      operation: "Update",
      apiVersion: "networking.k8s.io/v1",
      time: "2026-05-20T00:00:00Z",
      ...none,
      ownsClassField: true,
    }]);
  });

  test.each([
    {
      name: "a status, with subresource or without",
      fields: { "f:status": { "f:loadBalancer": { "f:ingress": {} } } },
      want: { ownsStatus: true },
    },
    { name: "a status that was emptied", fields: { "f:status": { "f:loadBalancer": {} } }, want: { ownsStatus: true } },
    {
      name: "a creator that sent an empty status with its spec",
      fields: { "f:spec": { "f:rules": {} }, "f:status": { "f:loadBalancer": {} } },
      want: { ownsOtherFields: true },
    },
    {
      name: "one who writes everything",
      fields: {
        "f:spec": { "f:rules": {}, "f:ingressClassName": {} },
        "f:status": { "f:loadBalancer": { "f:ingress": {} } },
      },
      want: { ownsStatus: true, ownsClassField: true, ownsOtherFields: true },
    },
    {
      name: "the class's annotation beside that of kubectl apply",
      fields: {
        "f:metadata": {
          "f:annotations": {
            ".": {},
            "f:kubectl.kubernetes.io/last-applied-configuration": {},
            "f:kubernetes.io/ingress.class": {},
          },
        },
      },
      want: { ownsClassAnnotation: true },
    },
    {
      name: "another annotation",
      fields: { "f:metadata": { "f:annotations": { "f:a/b": {} } } },
      want: { ownsOtherFields: true },
    },
    { name: "a label", fields: { "f:metadata": { "f:labels": { "f:app": {} } } }, want: { ownsOtherFields: true } },
    { name: "nothing", fields: {}, want: {} },
  ])("tells what is owned by $name", ({ fields, want }) => {
    expect(read({ manager: "m", operation: "Apply", apiVersion: "v", fieldsV1: fields })).toEqual([
      { manager: "m", operation: "Apply", apiVersion: "v", ...none, ...want },
    ]);
  });

  test("reads what is not as it should be without falling over", () => {
    expect(read(null, 3, {}, { manager: 7, fieldsV1: [] })).toEqual([
      { manager: "", operation: "", apiVersion: "", ...none },
      { manager: "", operation: "", apiVersion: "", ...none },
    ]);
    expect(readManagedFields({ metadata: null })).toEqual([]);
  });
});
