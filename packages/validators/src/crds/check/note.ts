import { type FieldPath, formatFieldPath, stepsOf } from "../../values/field-path.ts";
import { makeIssue, type Problem } from "../../runtime/make-issue.ts";
import type { StructureFacts } from "../../runtime/structure-issue.ts";
import type { IssueType, ValidationIssue } from "../../values/validation-issue.ts";

/** Notes one fault of a value; the whole value has no path. */
export type Note = (
  type: IssueType,
  path: FieldPath | undefined,
  value: unknown,
  problem: Problem,
  more?: Partial<Pick<ValidationIssue, "allowed" | "suggestion" | "source">>,
) => void;

/** Makes a function that adds its notes to a list. */
export function noteInto(issues: ValidationIssue[], { source, secrets }: StructureFacts): Note {
  return (type, path, value, problem, more) => {
    const steps = path === undefined ? [] : stepsOf(path);
    issues.push(makeIssue({ type, fieldPath: pathText(path), steps, value, problem, source, ...more }, secrets));
  };
}

/** Writes a path; that of the whole value is empty. */
export function pathText(path: FieldPath | undefined): string {
  return path === undefined ? "" : formatFieldPath(path);
}

/** The path of a field, where the path of its object may be that of the whole value. */
export function fieldIn(parent: FieldPath | undefined, name: string): FieldPath {
  return { parent, step: name };
}

/** The path of an item of a list. */
export function itemIn(parent: FieldPath | undefined, index: number): FieldPath {
  return { parent, step: index };
}

/** The path of a value of a map. */
export function keyIn(parent: FieldPath | undefined, name: string): FieldPath {
  return { parent, step: name, isKey: true };
}
