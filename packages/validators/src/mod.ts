/**
 * What the validators answer with. The validators themselves are one module per group/version, such as
 * `@kubeschema/validators/networking.k8s.io/v1`; this module has their types.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { validateIngress } from "@kubeschema/validators/networking.k8s.io/v1";
 * import type { ValidationIssue } from "@kubeschema/validators";
 *
 * const issues: readonly ValidationIssue[] = validateIngress({
 *   apiVersion: "networking.k8s.io/v1",
 *   kind: "Ingress",
 *   metadata: { name: "web" },
 *   spec: { rules: [{ http: { paths: [{ path: "/", backend: { service: { name: "web", port: { number: 80 } } } }] } }] },
 * });
 * assert.deepEqual(issues.map((issue) => [issue.type, issue.fieldPath]), [["Required", "spec.rules[0].http.paths[0].pathType"]]);
 * ```
 *
 * @module
 */
export type { IssueType, ValidationIssue } from "./validation-issue.ts";
export { ValidationError } from "./validation-error.ts";
export type { ValidateOptions } from "./validate-options.ts";
