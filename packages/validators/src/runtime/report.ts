import type { FieldPath } from "../values/field-path.ts";
import type { JsonObject } from "../values/json-object.ts";
import type { KubernetesVersion } from "../values/kubernetes-version.ts";
import type { IssueType } from "../values/validation-issue.ts";
import type { ObjectKind } from "./object-kind.ts";

/**
 * Reports one fault that a rule found.
 *
 * @param problem Ends a sentence that the value begins, `is longer than 63 bytes`, or says what the field needs,
 * `must be set when operator is In`. It contains no part of a value, which may be secret.
 * @param allowed The allowed values, if there are few.
 * @param source The source of the rule. `reportFrom()` adds it; rules leave it out.
 */
export type Report = (
  type: IssueType,
  path: FieldPath,
  value: unknown,
  problem: string,
  allowed?: readonly string[],
  source?: string,
) => void;

/** The API server's rules for one kind: they check an object with a valid structure, and report its faults. */
export type KindRule = (report: Report, object: JsonObject, version: KubernetesVersion, kind: ObjectKind) => void;

/**
 * Begins a rule: makes the function that it reports with, which adds where the rule comes from to every issue. Where a
 * rule calls another one, the inner one, which is nearer to the fault, has already added its own.
 *
 * @param outer What the rule was given to report with.
 * @param file The file of the Kubernetes repository that has the rule, see `rules/sources.ts`.
 * @param name The function in that file.
 */
export function reportFrom(outer: Report, file: string, name: string): Report {
  return (type, path, value, problem, allowed, source = `${file}, ${name}`) =>
    outer(type, path, value, problem, allowed, source);
}
