import { describe, expect, test } from "vitest";
import { deprecationOf, kindDeprecation } from "./deprecation.ts";

describe("deprecationOf()", () => {
  test.each([
    ["A volume. Deprecated: use CSI.", "use CSI."],
    ["A repository.\n\nDEPRECATED: GitRepo is gone.\n\nMore text.", "GitRepo is gone."],
    ["Deprecated. Not set.", "Not set."],
    ["DEPRECATED - not used.", "not used."],
    ["Should be considered as deprecated", undefined],
    ["Recycle (deprecated). More", undefined],
    ["the deprecated field", undefined],
    [undefined, undefined],
  ])("reads %j", (text, want) => {
    expect(deprecationOf(text)).toBe(want);
  });
});

describe("kindDeprecation()", () => {
  test("says since when, until when, and what to use instead", () => {
    expect(kindDeprecation({ introduced: "1.14" })).toBeUndefined();
    expect(kindDeprecation({ deprecated: "1.19", removed: "1.22", replacement: "networking.k8s.io/v1/Ingress" })).toBe(
      "since Kubernetes 1.19, removed in Kubernetes 1.22; use networking.k8s.io/v1/Ingress",
    );
  });
});
