import { expect, test } from "vitest";
import { compareVersions } from "./compare-versions.ts";

test("compareVersions() orders versions as the API server does", () => {
  const versions = ["v1beta1", "foo10", "v1", "v11beta2", "v2", "v10", "v1alpha1", "foo1", "v1beta2"];
  expect(versions.sort(compareVersions)).toEqual([
    ...["v10", "v2", "v1"],
    ...["v11beta2", "v1beta2", "v1beta1"],
    ...["v1alpha1"],
    ...["foo1", "foo10"],
  ]);
});
