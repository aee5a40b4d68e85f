import { expect, test } from "vitest";
import { isUnasked } from "./unasked-fields.ts";

// tools/runtime-tests asks a server about each.
test.each([
  ["io.k8s.api.rbac.v1.RoleRef.apiGroup", true],
  ["io.k8s.api.rbac.v1.RoleRef.name", false],
  ["io.k8s.api.policy.v1.PodDisruptionBudgetStatus.expectedPods", true],
  ["io.k8s.api.core.v1.NodeCondition.status", true],
  ["com.example.v1.ShopStatus.open", false],
])("isUnasked() says of %s: %s", (place, want) => expect(isUnasked(place)).toBe(want));
