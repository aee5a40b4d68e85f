import type { ValidationIssue } from "./validation-issue.ts";

/** What the `assert` functions throw: an object is not valid. */
export class ValidationError extends TypeError {
  override readonly name: string = "ValidationError";
  readonly issues: readonly ValidationIssue[];

  constructor(kind: string, issues: readonly ValidationIssue[]) {
    const lines = issues.slice(0, 10).map(({ fieldPath, message }) =>
      `\n  ${fieldPath === "" ? "" : `${fieldPath}: `}${message}`
    );
    const more = issues.length > lines.length ? `\n  and ${issues.length - lines.length} more` : "";
    super(`Not a valid ${kind}:${lines.join("")}${more}`);
    this.issues = issues;
  }
}
