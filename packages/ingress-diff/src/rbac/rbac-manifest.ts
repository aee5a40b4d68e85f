import type { ListName } from "../observe/cluster-view.ts";
import { rbacRules } from "../observe/rbac-rules.ts";
import { type ExplainedRule, formatGrant, formatNewSubject, type RbacSubject } from "./format-grant.ts";

/** The requested rights. */
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
 * namespace and a ClusterRole for the IngressClasses, which are cluster-scoped.
 *
 * @returns YAML of several documents.
 */
export function formatRbacManifest({ namespace, subject, isWatch = false, isSubjectNew = false }: RbacScope): string {
  const lists = Object.keys(reasons) as readonly ListName[]; // The keys of a table of every list.
  const isOfCluster = (list: ListName): boolean => namespace === undefined || list === "ingressclasses";
  const rulesOf = (isWanted: boolean): readonly ExplainedRule[] =>
    lists.filter((list) => isOfCluster(list) === isWanted).map((list) => ruleOf(list, isWatch));
  // Not the name of the role for all namespaces, which applying this would cut down otherwise.
  const name = namespace === undefined ? "ingress-diff" : "ingress-diff-classes";
  const documents = [
    ...(isSubjectNew ? formatNewSubject(subject) : []),
    ...formatGrant({ name, namespace: "", rules: rulesOf(true), subject, notes: aboutParameters }),
    ...(namespace === undefined
      ? []
      : formatGrant({ name: "ingress-diff", namespace, rules: rulesOf(false), subject })),
  ];
  return documents.join("---\n");
}

/** Which manifests are to be compared. */
export interface DriftRbacScope extends Pick<RbacScope, "subject" | "isSubjectNew"> {
  /** Namespaces of the manifests; absent for all. */
  readonly namespaces?: readonly string[];
  /** Few Ingresses are read one by one, many as a list. */
  readonly verb: "get" | "list";
}

/**
 * The least rights to compare manifests with a cluster: one verb on Ingresses, in the namespaces of the manifests.
 *
 * @returns YAML of several documents.
 */
export function formatDriftRbacManifest(scope: DriftRbacScope): string {
  const { namespaces = [""], subject, verb, isSubjectNew = false } = scope;
  const rules = [{ ...rbacRules.ingresses, verbs: [verb], reason: "all that diff reads" }];
  return [
    ...(isSubjectNew ? formatNewSubject(subject) : []),
    ...namespaces.flatMap((namespace) => formatGrant({ name: "ingress-diff-manifests", namespace, rules, subject })),
  ].join("---\n");
}

/** Every list and what it is read for. */
const reasons: Readonly<Record<ListName, string>> = {
  ingresses: 'needed; without any of the others the checks that need it say "could not be checked"',
  ingressclasses: "class/*, and whether routes of two Ingresses meet",
  services: "backend/*",
  endpointslices: "backend/no-endpoints, backend/no-ready-endpoints",
  secrets: "tls/*; of a Secret only its certificates and the names of its keys are kept",
  events: "event/warning",
};

/** Only the cluster knows which kinds these are, and nothing is read of it for this. */
const aboutParameters = [
  "class/parameters-missing also needs to get what IngressClasses name in .spec.parameters. Which kinds these are, only",
  "the cluster knows; a note of the report says which rule to add. For the AWS Load Balancer Controller it is",
  '{ "apiGroups": ["elbv2.k8s.aws"], "resources": ["ingressclassparams"], "verbs": ["get"] }',
];

function ruleOf(list: ListName, isWatch: boolean): ExplainedRule {
  const rule = rbacRules[list];
  const verbs = isWatch && list !== "secrets" ? [...rule.verbs, "watch"] : rule.verbs;
  return { ...rule, verbs, reason: reasons[list] };
}
