import type { FieldPath } from "../field-path.ts";
import type { JsonObject } from "../json-object.ts";
import type { KubernetesVersion } from "../kubernetes-version.ts";
import type { IssueType } from "../validation-issue.ts";
import type { ObjectKind } from "./object-kind.ts";

/**
 * Reports one fault that a rule found.
 *
 * @param problem Ends a sentence that the value begins, `is longer than 63 bytes`, or says what the field needs,
 * `must be set when operator is In`. It holds no part of a value, which may be secret.
 * @param allowed The values that are allowed, where there are few.
 * @param source Where the rule comes from. `rule()` adds it; rules leave it out.
 */
export type Report = (
  type: IssueType,
  path: FieldPath,
  value: unknown,
  problem: string,
  allowed?: readonly string[],
  source?: string,
) => void;

/** A rule: it looks at a part of an object whose structure is right, and reports what is wrong with it. */
export interface Rule<Args extends readonly unknown[], Result = void> {
  (report: Report, ...args: Args): Result;
  /** A file of the Kubernetes repository and a function in it: `pkg/apis/core/validation/validation.go, ValidateService`. */
  readonly source: string;
}

/** The API server's rules for one kind. */
export type KindRule = Rule<[object: JsonObject, version: KubernetesVersion, kind: ObjectKind]>;

/**
 * Makes a rule of a check: what the check reports carries the source of the rule. Where a rule calls another one, the inner
 * one, which is nearer to the fault, has already added its own.
 *
 * @param file The file of the Kubernetes repository that has the rule, see `rules/sources.ts`.
 * @param name The function in that file.
 * @__NO_SIDE_EFFECTS__
 */
export function rule<Args extends readonly unknown[], Result = void>(
  file: string,
  name: string,
  check: (report: Report, ...args: Args) => Result,
): Rule<Args, Result> {
  const source = `${file}, ${name}`;
  const checkWith = (report: Report, ...args: Args): Result =>
    check(
      (type, path, value, problem, allowed, inner = source) => report(type, path, value, problem, allowed, inner),
      ...args,
    );
  return Object.assign(checkWith, { source });
}
