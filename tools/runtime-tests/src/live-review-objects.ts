import type { AnyObject } from "@kubeschema/types";

/** Objects that the server answers at once and does not keep; the namespace is left to the test. */
export const reviewObjects: readonly AnyObject[] = [
  { apiVersion: "authentication.k8s.io/v1", kind: "TokenReview", spec: { token: "not-a-token" } },
  {
    apiVersion: "authorization.k8s.io/v1",
    kind: "SubjectAccessReview",
    spec: { user: "live", groups: ["a"], extra: { b: ["c"] }, nonResourceAttributes: { path: "/api", verb: "get" } },
  },
  {
    apiVersion: "authorization.k8s.io/v1",
    kind: "LocalSubjectAccessReview",
    metadata: { namespace: "live" },
    spec: { user: "live", resourceAttributes: { namespace: "live", verb: "list", resource: "pods", version: "v1" } },
  },
  {
    apiVersion: "authorization.k8s.io/v1",
    kind: "SelfSubjectAccessReview",
    spec: { resourceAttributes: { namespace: "live", verb: "create", group: "apps", resource: "deployments" } },
  },
  { apiVersion: "authorization.k8s.io/v1", kind: "SelfSubjectRulesReview", spec: { namespace: "live" } },
];
