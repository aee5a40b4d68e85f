import { describe, expect, test } from "vitest";
import { findOwners } from "./field-owners.ts";

const time = "2026-05-01T00:00:00Z";
const object = {
  metadata: {
    managedFields: [
      {
        manager: "kubectl",
        operation: "Apply",
        apiVersion: "networking.k8s.io/v1",
        time,
        fieldsV1: {
          "f:metadata": { "f:labels": { "f:app": {} } },
          "f:spec": { "f:rules": {}, "f:defaultBackend": { "f:service": { "f:name": {} } } },
        },
      },
      {
        manager: "old-client",
        operation: "Update",
        apiVersion: "extensions/v1beta1",
        fieldsV1: { "f:spec": { "f:backend": { ".": {}, "f:serviceName": {}, "f:servicePort": {} }, "f:tls": {} } },
      },
    ],
  },
};

describe("findOwners()", () => {
  test.each([
    { name: "a label", path: ["metadata", "labels", "app"], want: ["kubectl"] },
    { name: "a label of nobody", path: ["metadata", "labels", "tier"], want: [] },
    { name: "a list", path: ["spec", "rules"], want: ["kubectl"] },
    { name: "what is inside a list that is owned as a whole", path: ["spec", "rules", "0", "host"], want: ["kubectl"] },
    {
      name: "a field that v1beta1 has under another name",
      path: ["spec", "defaultBackend", "service", "name"],
      want: ["kubectl", "old-client"],
    },
    { name: "a port of v1beta1", path: ["spec", "defaultBackend", "service", "port", "number"], want: ["old-client"] },
    { name: "a field of nobody", path: ["spec", "ingressClassName"], want: [] },
  ])("finds those of $name", ({ path, want }) => {
    expect(findOwners(object, path).map(({ manager }) => manager)).toEqual(want);
  });

  test("says how and when they wrote", () => {
    expect(findOwners(object, ["spec", "rules"])).toEqual([{ manager: "kubectl", operation: "Apply", time }]);
    expect(findOwners(object, ["spec", "tls"])).toEqual([{ manager: "old-client", operation: "Update" }]);
  });

  test.each([{}, { metadata: {} }, { metadata: { managedFields: [{ fieldsV1: null }, "no entry"] } }])(
    "finds nobody in %j",
    (given) => expect(findOwners(given, ["spec", "rules"])).toEqual([]),
  );
});
