import { describe, expect, test } from "vitest";
import { isKind } from "./is-kind.ts";
import { ingress, isIngress } from "./gen/networking.k8s.io/v1.ts";
import { isStatus, status } from "./gen/v1.ts";

const typeMeta = { apiVersion: "networking.k8s.io/v1", kind: "Ingress" } as const;

describe("ingress()", () => {
  test("puts apiVersion and kind first", () => {
    expect(Object.entries(ingress({ metadata: { name: "a" } }))).toEqual([
      ["apiVersion", "networking.k8s.io/v1"],
      ["kind", "Ingress"],
      ["metadata", { name: "a" }],
    ]);
  });

  test("accepts them too, and does not change its argument", () => {
    const given = Object.freeze({ metadata: {}, ...typeMeta });
    expect(Object.keys(ingress(given))).toEqual(["apiVersion", "kind", "metadata"]);
  });

  test("fills in what is undefined", () => {
    // Without exactOptionalPropertyTypes, users can write this.
    const given = { apiVersion: undefined, kind: undefined } as unknown as typeof typeMeta;
    expect(ingress(given)).toEqual(typeMeta);
  });
});

describe("isIngress() and isKind()", () => {
  test.each([
    [typeMeta, true],
    [{ ...typeMeta, apiVersion: "extensions/v1beta1" }, false],
    [{ kind: "Ingress" }, false],
    [{}, false],
    [null, false],
    [undefined, false],
    ["Ingress", false],
    [[], false],
  ])("tells of %j %s", (value, want) => {
    expect(isIngress(value)).toBe(want);
    expect(isKind(value, "networking.k8s.io/v1", "Ingress")).toBe(want);
  });

  test("recognise the kinds that are declared in the shared module", () => {
    expect(isStatus(status({ code: 404 }))).toBe(true);
  });
});
