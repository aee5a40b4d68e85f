/**
 * Validators of Kubernetes objects. `validate()` finds the kind of an object by itself; the validators of known kinds are in
 * one module per group/version, such as `@kubeschema/validators/networking.k8s.io/v1`, and for another version of
 * Kubernetes in `@kubeschema/validators/v1.33/networking.k8s.io/v1`.
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
export { validate, type ValidationResult } from "./validate/validate.ts";
export type { ValidationWarning } from "./validate/lifecycle-warning.ts";
export type { IssueType, ValidationIssue } from "./values/validation-issue.ts";
export { ValidationError } from "./values/validation-error.ts";
export type { ValidateOptions } from "./values/validate-options.ts";
