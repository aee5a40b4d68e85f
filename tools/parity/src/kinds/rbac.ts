import {
  validateClusterRole,
  validateClusterRoleBinding,
  validateRole,
  validateRoleBinding,
} from "@kubeschema/validators/rbac.authorization.k8s.io/v1";
import type { ParityKind } from "../compare-kind.ts";
import { create } from "../endpoint.ts";
import { fullMetadata, metadataAdded, metadataPools, names, selectors } from "../pools.ts";

const apiVersion = "rbac.authorization.k8s.io/v1";
const root = `/apis/${apiVersion}`;
const group = "rbac.authorization.k8s.io";
const rules = [
  { apiGroups: ["", "apps"], resources: ["pods", "deployments"], verbs: ["get", "list"], resourceNames: ["web"] },
  { apiGroups: ["*"], resources: ["*"], verbs: ["*"] },
];
const subjects = [
  { kind: "ServiceAccount", name: "web", namespace: "default" },
  { kind: "User", name: "Jane", apiGroup: group },
  { kind: "Group", name: "system:masters" },
];
const empty = [[], null];
const pools = {
  ...metadataPools,
  rules: [...empty, {}, { nonResourceURLs: ["/a"], verbs: ["get"] }],
  apiGroups: [...empty, "", "apps"],
  resources: [...empty, "pods", "pods/log", "*"],
  resourceNames: [...empty, "a", ""],
  nonResourceURLs: [...empty, "/a", "a"],
  verbs: [...empty, "get", "*", ""],
  clusterRoleSelectors: [...empty, ...selectors],
  aggregationRule: [{}, null, { clusterRoleSelectors: [{}] }],
  matchLabels: selectors.slice(0, 6),
  subjects: [...empty, {}, { kind: "ServiceAccount", name: "a" }, { kind: "serviceaccount", name: "a" }],
  kind: ["ServiceAccount", "User", "Group", "Role", "ClusterRole", "", "x"],
  apiGroup: [group, "", "apps", null],
  namespace: ["default", "", "A", null],
  roleRef: [{}, null, { kind: "Role", name: "a" }, { kind: "ClusterRole", name: "a:b" }],
  name: [...names, "system:a"],
};

function kindOf(kind: string, plural: string, validate: ParityKind["validate"], rest: object): ParityKind {
  const path = kind.startsWith("Cluster") ? `${root}/${plural}` : `${root}/namespaces/default/${plural}`;
  return {
    name: kind,
    endpoints: [create(path)],
    validate,
    bases: [{ apiVersion, kind, metadata: fullMetadata, ...rest }],
    pools,
    added: { "": ["aggregationRule"], rules: ["nonResourceURLs", "resourceNames"], metadata: metadataAdded },
  };
}

/** Roles and their bindings. */
export const rbacKinds: readonly ParityKind[] = [
  kindOf("Role", "roles", validateRole, { rules }),
  kindOf("ClusterRole", "clusterroles", validateClusterRole, {
    rules: [...rules, { nonResourceURLs: ["/metrics"], verbs: ["get"] }],
    aggregationRule: { clusterRoleSelectors: [{ matchLabels: { a: "b" } }] },
  }),
  kindOf("RoleBinding", "rolebindings", validateRoleBinding, {
    roleRef: { apiGroup: group, kind: "Role", name: "web" },
    subjects,
  }),
  kindOf("ClusterRoleBinding", "clusterrolebindings", validateClusterRoleBinding, {
    roleRef: { apiGroup: group, kind: "ClusterRole", name: "web" },
    subjects,
  }),
];
