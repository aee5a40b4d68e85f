import type { IssueType } from "../../values/validation-issue.ts";

/** The result of one object, or of a source or document that could not be read. */
export interface Result {
  /** The path as given or found, or `stdin`. */
  readonly source: string;
  /** The number of the document in the source, counted from 1; 0 if the source itself could not be read. */
  readonly document: number;
  /** The line at which the object starts, counted from 1; 0 if there is no text. */
  readonly line: number;
  /** Empty if the document does not say, like the three below. */
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly status: "valid" | "invalid" | "skipped" | "error";
  readonly issues: readonly ResultIssue[];
  readonly warnings: readonly ResultWarning[];
  /** Of a custom resource: what was not checked. */
  readonly notChecked?: readonly ResultNotChecked[];
}

/** A check that was not made. */
export interface ResultNotChecked {
  readonly fieldPath: string;
  readonly rule: string;
  readonly reason: string;
  readonly line: number;
  readonly column: number;
}

/** One fault, with its place. */
export interface ResultIssue {
  readonly type: IssueType;
  readonly fieldPath: string;
  readonly message: string;
  readonly value: unknown;
  readonly suggestion?: string;
  readonly source?: string;
  readonly line: number;
  readonly column: number;
}

/** Warnings: what is not a fault yet. */
export interface ResultWarning {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** The number of results of each status. */
export interface Summary {
  readonly valid: number;
  readonly invalid: number;
  readonly skipped: number;
  readonly errors: number;
  /** If there are custom kinds, the number of their rules that were not checked. */
  readonly notChecked?: number;
}
