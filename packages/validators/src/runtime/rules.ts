import type { FieldPath } from "../field-path.ts";
import type { JsonObject } from "../json-object.ts";
import type { KubernetesVersion } from "../kubernetes-version.ts";
import type { ObjectKind } from "../rules/metadata/any-object.ts";
import type { IssueType } from "../validation-issue.ts";

/**
 * Notes one fault that a rule found.
 *
 * @param problem Ends a sentence that the value begins: `is longer than 63 bytes`.
 * @param allowed The values that are allowed, where there are few.
 */
export type Report = (
  type: IssueType,
  path: FieldPath,
  value: unknown,
  problem: string,
  allowed?: readonly string[],
) => void;

/** The API server's rules for one kind: they look at an object whose structure is right, and report what is wrong. */
export type Rules = (object: JsonObject, report: Report, version: KubernetesVersion) => void;

/** Rules that serve several kinds, and are told which. */
export type KindRules = (object: JsonObject, report: Report, version: KubernetesVersion, kind: ObjectKind) => void;
