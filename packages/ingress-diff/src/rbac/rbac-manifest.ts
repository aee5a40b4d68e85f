import type { ListName } from "../observe/cluster-view.ts";
import { type RbacRule, rbacRules } from "../observe/rbac-rules.ts";

/** Who gets the rights. */
export type RbacSubject =
  | { readonly kind: "User" | "Group"; readonly name: string }
  | { readonly kind: "ServiceAccount"; readonly namespace: string; readonly name: string };

/** Which rights are asked for. */
export interface RbacScope {
  /** The one namespace to read; absent for all. */
  readonly namespace?: string;
  readonly subject: RbacSubject;
  /** Whether lists are watched too; Secrets never are. */
  readonly isWatch?: boolean;
  /** Whether to make the subject too; only a ServiceAccount is an object that can be made. */
  readonly isSubjectNew?: boolean;
}

/**
 * The least rights for a report, as manifests to apply: one ClusterRole for the whole cluster, or a Role for one
 * namespace beside a ClusterRole for the IngressClasses, which belong to no namespace.
 *
 * @see {@link https://kubernetes.io/docs/reference/access-authn-authz/rbac/}
 * @returns YAML of several documents.
 */
export function formatRbacManifest(scope: RbacScope): string {
  const { namespace, subject, isSubjectNew = false } = scope;
  const lists = Object.keys(reasons) as readonly ListName[]; // The keys of a table of every list.
  const isOfCluster = (list: ListName): boolean => namespace === undefined || list === "ingressclasses";
  const documents = [
    ...(isSubjectNew && subject.kind === "ServiceAccount" ? [formatServiceAccount(subject)] : []),
    ...formatGrant("", lists.filter(isOfCluster), scope),
    ...(namespace === undefined ? [] : formatGrant(namespace, lists.filter((list) => !isOfCluster(list)), scope)),
  ];
  return documents.join("---\n");
}

/** Every list and what it is read for. */
const reasons: Readonly<Record<ListName, string>> = {
  ingresses: 'needed; without any of the others the checks that need it say "could not check"',
  ingressclasses: "class/*, and whether routes of two Ingresses meet",
  services: "backend/*",
  endpointslices: "backend/no-endpoints, backend/no-ready-endpoints",
  secrets: "tls/*; of a Secret only its certificates and the names of its keys are kept",
  events: "event/warning",
};

/** A role and its binding; namespace `""` is the cluster. */
function formatGrant(
  namespace: string,
  lists: readonly ListName[],
  scope: RbacScope,
): readonly string[] {
  const { subject, isWatch = false } = scope;
  const prefix = namespace === "" ? "Cluster" : "";
  // Not the name of the role for all namespaces, which applying this would cut down otherwise.
  const name = namespace === "" && scope.namespace !== undefined ? "ingress-diff-classes" : "ingress-diff";
  const place = namespace === "" ? "" : `  namespace: ${quote(namespace)}\n`;
  const metadata = `metadata:\n  name: ${name}\n${place}`;
  const rules = lists.map((list) => formatRule(ruleOf(list, isWatch), reasons[list])).join("");
  const role = `${head}kind: ${prefix}Role\n${metadata}rules:\n${rules}`;
  const ref = `roleRef:\n  apiGroup: rbac.authorization.k8s.io\n  kind: ${prefix}Role\n  name: ${name}\n`;
  const binding = `${head}kind: ${prefix}RoleBinding\n${metadata}${ref}subjects:\n${formatSubject(subject)}`;
  return [role, binding];
}

function ruleOf(list: ListName, isWatch: boolean): RbacRule {
  const rule = rbacRules[list];
  return isWatch && list !== "secrets" ? { ...rule, verbs: [...rule.verbs, "watch"] } : rule;
}

const head = "apiVersion: rbac.authorization.k8s.io/v1\n";

function formatRule({ apiGroups, resources, verbs }: RbacRule, reason: string): string {
  return `  # ${reason}\n  - apiGroups: ${JSON.stringify(apiGroups)}\n    resources: ${
    JSON.stringify(resources)
  }\n    verbs: ${JSON.stringify(verbs)}\n`;
}

function formatSubject(subject: RbacSubject): string {
  const name = `    name: ${quote(subject.name)}\n`;
  return subject.kind === "ServiceAccount"
    ? `  - kind: ServiceAccount\n    namespace: ${quote(subject.namespace)}\n${name}`
    : `  - kind: ${subject.kind}\n    apiGroup: rbac.authorization.k8s.io\n${name}`;
}

function formatServiceAccount({ namespace, name }: { readonly namespace: string; readonly name: string }): string {
  return `apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: ${quote(name)}\n  namespace: ${quote(namespace)}\n`;
}

/** JSON's strings are YAML's too, and keep `true` and `7` from being anything else. */
function quote(text: string): string {
  return JSON.stringify(text);
}
