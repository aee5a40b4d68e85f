import type { RbacRule } from "../observe/rbac-rules.ts";

/** Who gets the rights. */
export type RbacSubject =
  | { readonly kind: "User" | "Group"; readonly name: string }
  | { readonly kind: "ServiceAccount"; readonly namespace: string; readonly name: string };

/** A rule and what it is for. */
export interface ExplainedRule extends RbacRule {
  readonly reason: string;
}

/** A role and who gets it. */
export interface Grant {
  readonly name: string;
  /** Of a Role; `""` makes it a ClusterRole. */
  readonly namespace: string;
  readonly rules: readonly ExplainedRule[];
  readonly subject: RbacSubject;
  /** Lines of text below the rules, as comments. */
  readonly notes?: readonly string[];
}

/**
 * Formats a role and its binding as two documents of YAML.
 *
 * @see {@link https://kubernetes.io/docs/reference/access-authn-authz/rbac/}
 */
export function formatGrant({ name, namespace, rules, subject, notes = [] }: Grant): readonly string[] {
  const prefix = namespace === "" ? "Cluster" : "";
  const place = namespace === "" ? "" : `  namespace: ${quote(namespace)}\n`;
  const metadata = `metadata:\n  name: ${name}\n${place}`;
  const comments = notes.map((note) => `  # ${note}\n`).join("");
  const role = `${head}kind: ${prefix}Role\n${metadata}rules:\n${rules.map(formatRule).join("")}${comments}`;
  const ref = `roleRef:\n  apiGroup: rbac.authorization.k8s.io\n  kind: ${prefix}Role\n  name: ${name}\n`;
  const binding = `${head}kind: ${prefix}RoleBinding\n${metadata}${ref}subjects:\n${formatSubject(subject)}`;
  return [role, binding];
}

/** Formats the subject itself as a document, if it is an object that can be made: a ServiceAccount. */
export function formatNewSubject(subject: RbacSubject): readonly string[] {
  if (subject.kind !== "ServiceAccount") return [];
  const metadata = `metadata:\n  name: ${quote(subject.name)}\n  namespace: ${quote(subject.namespace)}\n`;
  return [`apiVersion: v1\nkind: ServiceAccount\n${metadata}`];
}

const head = "apiVersion: rbac.authorization.k8s.io/v1\n";

function formatRule({ apiGroups, resources, verbs, reason }: ExplainedRule): string {
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

/** JSON's strings are YAML's too, and keep `true` and `7` from being anything else. */
function quote(text: string): string {
  return JSON.stringify(text);
}
