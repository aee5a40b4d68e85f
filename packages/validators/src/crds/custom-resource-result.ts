import type { ValidationWarning } from "../validate/lifecycle-warning.ts";
import type { ValidationIssue } from "../values/validation-issue.ts";

/** The result of checking a value as a custom resource. */
export interface CustomResourceResult {
  readonly status: "valid" | "invalid";
  readonly issues: readonly ValidationIssue[];
  /** A version that is deprecated, in the words of its definition. */
  readonly warnings: readonly ValidationWarning[];
  /** What an API server checks and this could not check: whether it would find a fault there is unknown. */
  readonly notChecked: readonly NotChecked[];
}

/** One check that was not made. */
export interface NotChecked {
  /** The value that the check is about, as in an issue. */
  readonly fieldPath: string;
  /** The CEL rule, or the pattern or format. */
  readonly rule: string;
  /** The reason: a sentence without a full stop. */
  readonly reason: string;
}
