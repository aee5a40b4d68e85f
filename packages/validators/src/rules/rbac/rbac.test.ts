import { describe, expect, test } from "vitest";
import type { KindRule } from "../../runtime/report.ts";
import { checkPodDisruptionBudget } from "../pod-disruption-budget/pod-disruption-budget.ts";
import { faultsOf } from "../testing/faults-of.ts";
import { checkClusterRole, checkRole } from "./role.ts";
import { checkClusterRoleBinding, checkRoleBinding } from "./role-binding.ts";

const rule = { apiGroups: [""], resources: ["pods"], verbs: ["get"] };
const urls = { nonResourceURLs: ["/metrics"], verbs: ["get"] };
const account = { kind: "ServiceAccount", name: "web" };

const rows: readonly { name: string; rules: KindRule; given: object; want: readonly string[] }[] = [
  { name: "a Role", rules: checkRole, given: { rules: [rule] }, want: [] },
  {
    name: "a rule of nothing",
    rules: checkRole,
    given: { rules: [{}] },
    want: [
      "rules[0].verbs Required",
      "rules[0].apiGroups Required",
      "rules[0].resources Required",
    ],
  },
  { name: "URLs in a Role", rules: checkRole, given: { rules: [urls] }, want: ["rules[0].nonResourceURLs Invalid"] },
  { name: "URLs in a ClusterRole", rules: checkClusterRole, given: { rules: [urls] }, want: [] },
  {
    name: "URLs beside resources",
    rules: checkClusterRole,
    given: { rules: [{ ...rule, ...urls }] },
    want: ["rules[0].nonResourceURLs Invalid"],
  },
  {
    name: "an aggregation of nothing",
    rules: checkClusterRole,
    given: { aggregationRule: {} },
    want: [
      "aggregationRule.clusterRoleSelectors Required",
    ],
  },
  {
    name: "a RoleBinding",
    rules: checkRoleBinding,
    given: { roleRef: { kind: "Role", name: "a" }, subjects: [account, { kind: "User", name: "Jane Doe" }] },
    want: [],
  },
  {
    name: "a RoleBinding of nothing",
    rules: checkRoleBinding,
    given: { subjects: [{}] },
    want: [
      "roleRef.kind NotSupported",
      "roleRef.name Required",
      "subjects[0].name Required",
      "subjects[0].kind NotSupported",
    ],
  },
  {
    name: "groups that are wrong",
    rules: checkRoleBinding,
    given: {
      roleRef: { apiGroup: "rbac", kind: "Role", name: "a/b" },
      subjects: [{ ...account, apiGroup: "rbac.authorization.k8s.io" }, { kind: "Group", name: "a", apiGroup: "v1" }],
    },
    want: [
      "roleRef.apiGroup NotSupported",
      "roleRef.name Invalid",
      "subjects[0].apiGroup NotSupported",
      "subjects[1].apiGroup NotSupported",
    ],
  },
  {
    name: "an account of no namespace, and a Role, in a ClusterRoleBinding",
    rules: checkClusterRoleBinding,
    given: { roleRef: { kind: "Role", name: "a" }, subjects: [account] },
    want: ["roleRef.kind NotSupported", "subjects[0].namespace Required"],
  },
  {
    name: "a PodDisruptionBudget that is wrong, whose name is not checked",
    rules: checkPodDisruptionBudget,
    given: {
      metadata: {},
      spec: { minAvailable: "101%", maxUnavailable: -1, unhealthyPodEvictionPolicy: "x", selector: {} },
    },
    want: [
      "spec Invalid",
      "spec.minAvailable Invalid",
      "spec.maxUnavailable Invalid",
      "spec.unhealthyPodEvictionPolicy NotSupported",
    ],
  },
  {
    name: "a PodDisruptionBudget without a name",
    rules: checkPodDisruptionBudget,
    given: { metadata: {} },
    want: [
      "metadata.name Required",
    ],
  },
];

describe("the rules for roles, their bindings and budgets judge as the API server does:", () => {
  test.each(rows)("$name", ({ rules, given, want }) => {
    expect(faultsOf(rules, { metadata: { name: "system:a" }, ...given })).toEqual(want);
  });
});
