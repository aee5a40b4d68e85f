import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { modules } from "../gen/registry.js";
import { validate } from "./validate.ts";

const versions = Object.keys(modules);
const ingress = (
  apiVersion: string,
  spec: object = { defaultBackend: { resource: { kind: "a", name: "b" } } },
): object => ({
  apiVersion,
  kind: "Ingress",
  metadata: { name: "a" },
  spec,
});

describe("validate()", () => {
  test("finds the kind, and says which schema served", async () => {
    expect(await validate(ingress("networking.k8s.io/v1"))).toEqual({
      apiVersion: "networking.k8s.io/v1",
      kind: "Ingress",
      status: "valid",
      issues: [],
      warnings: [],
      schemaVersion: versions[0],
    });
    const { status, issues } = await validate(ingress("networking.k8s.io/v1", { rulez: [] }));
    expect(status).toBe("invalid");
    expect(issues.map(({ fieldPath, type }) => `${fieldPath} ${type}`)).toEqual(["spec.rulez Unknown", "spec Invalid"]);
  });

  test.each([
    { name: "text", given: "text", want: [["", "TypeInvalid"]] },
    { name: "null", given: null, want: [["", "TypeInvalid"]] },
    { name: "nothing in it", given: {}, want: [["apiVersion", "Required"], ["kind", "Required"]] },
    { name: "an empty kind", given: { apiVersion: "v1", kind: "" }, want: [["kind", "Required"]] },
    { name: "a number for a kind", given: { apiVersion: "v1", kind: 1 }, want: [["kind", "TypeInvalid"]] },
    {
      name: "a kind by inheritance",
      given: Object.create({ apiVersion: "v1", kind: "Pod" }),
      want: [["apiVersion", "Required"], ["kind", "Required"]],
    },
  ])("takes an object with $name for invalid", async ({ given, want }) => {
    const { status, issues } = await validate(given);
    expect(status).toBe("invalid");
    expect(issues.map(({ fieldPath, type }) => [fieldPath, type])).toEqual(want);
  });

  test.each([
    { apiVersion: "example.io/v1", kind: "Shop" },
    { apiVersion: "v1", kind: "Shop" },
    { apiVersion: "v1", kind: "__proto__" },
    { apiVersion: "constructor", kind: "Pod" },
    { apiVersion: "__proto__", kind: "toString" },
    { apiVersion: "../v1", kind: "Pod" },
  ])("knows no $kind of $apiVersion", async (given) => {
    expect(await validate(given)).toMatchObject({ ...given, status: "unknown-kind", issues: [], warnings: [] });
  });

  test("ignores unknown fields where it is told to", async () => {
    const object = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "a" }, extra: 1 };
    expect((await validate(object)).status).toBe("invalid");
    expect((await validate(object, { unknownFields: "ignore" })).status).toBe("valid");
  });

  test("warns of what is deprecated or removed in the version asked for, with the replacement", async () => {
    const of = async (apiVersion: string, kubernetesVersion: string): Promise<unknown> => {
      const { status, warnings } = await validate(ingress(apiVersion), { kubernetesVersion });
      return { status, warnings };
    };
    expect(await of("extensions/v1beta1", "1.36")).toEqual({
      status: "unknown-kind",
      warnings: [{
        type: "Removed",
        message: "Ingress of extensions/v1beta1 was removed in Kubernetes 1.22; use networking.k8s.io/v1",
        replacement: "networking.k8s.io/v1/Ingress",
      }],
    });
    expect(await of("networking.k8s.io/v1beta1", "1.20")).toMatchObject({
      status: "invalid",
      warnings: [{
        type: "Deprecated",
        message:
          "Ingress of networking.k8s.io/v1beta1 is deprecated since Kubernetes 1.19 and is removed in 1.22; use networking.k8s.io/v1",
      }],
    });
    expect(await of("networking.k8s.io/v1beta1", "1.18")).toEqual({ status: "invalid", warnings: [] });
    expect(await of("networking.k8s.io/v1", "1.36")).toEqual({ status: "valid", warnings: [] });
  });

  test("names another kind as the replacement", async () => {
    const { warnings } = await validate({ apiVersion: "apps/v1beta1", kind: "Scale" });
    expect(warnings[0]?.message).toBe("Scale of apps/v1beta1 was removed in Kubernetes 1.16; use autoscaling/v1");
  });

  test.runIf(versions.length > 1)("judges by the schema of the version, or the nearest", async () => {
    const slice = { apiVersion: "flowcontrol.apiserver.k8s.io/v1beta3", kind: "FlowSchema", metadata: { name: "a" } };
    for (
      const [kubernetesVersion, schemaVersion, status] of [
        ["1.28", "v1.28", "valid"],
        ["v1.30.4", "v1.30", "valid"],
        ["1.31", "v1.32", "unknown-kind"],
        ["1.29", "v1.30", "valid"],
        ["1.26", "v1.28", "valid"],
        ["1.20", "v1.28", "unknown-kind"],
        ["1.99", "v1.36", "unknown-kind"],
      ] as const
    ) {
      const result = await validate(slice, { kubernetesVersion });
      if (!versions.includes(schemaVersion)) continue;
      expect([kubernetesVersion, result.schemaVersion, result.status]).toEqual([
        kubernetesVersion,
        schemaVersion,
        status,
      ]);
    }
  });

  test("knows every kind of every schema, in its own version", async () => {
    for (const [kubernetesVersion, byApiVersion] of Object.entries(modules)) {
      for (const [apiVersion, load] of Object.entries(byApiVersion)) {
        for (const name of Object.keys(await load())) {
          if (!name.startsWith("validate")) continue;
          const object = { apiVersion, kind: name.slice("validate".length) };
          const { status, schemaVersion } = await validate(object, { kubernetesVersion });
          expect({ ...object, schemaVersion, status }).not.toMatchObject({ status: "unknown-kind" });
          expect(schemaVersion).toBe(kubernetesVersion);
        }
      }
    }
  });

  test("takes the rules of the version asked for", async () => {
    const spec = { defaultBackend: { service: { name: "1a", port: { number: 1 } } } };
    const statusOf = async (kubernetesVersion: string): Promise<string> =>
      (await validate(ingress("networking.k8s.io/v1", spec), { kubernetesVersion })).status;
    expect([await statusOf("1.20"), await statusOf("1.36")]).toEqual(["invalid", "valid"]);
  });

  test("refuses a kubernetesVersion that is not a version", async () => {
    await expect(validate({}, { kubernetesVersion: "latest" })).rejects.toThrow(RangeError);
  });

  test("never throws, and never changes its input", async () => {
    const identity = fc.record({
      apiVersion: fc.constantFrom("v1", "apps/v1", "a"),
      kind: fc.constantFrom("Pod", "Service", "Deployment"),
    });
    const object = fc.tuple(fc.jsonValue(), identity).map(([value, names]) =>
      typeof value === "object" ? { ...value, ...names } : value
    );
    await fc.assert(
      fc.asyncProperty(object, async (value) => {
        const before = JSON.stringify(value);
        const { status, issues } = await validate(value);
        expect(status === "invalid").toBe(issues.length > 0);
        expect(JSON.stringify(value)).toBe(before);
      }),
      { numRuns: 200, seed: 4 },
    );
  });
});
