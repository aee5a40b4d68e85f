import { formatFieldPath } from "../field-path.ts";
import { describeValue, formatValue } from "../format-value.ts";
import { isJsonObject, type JsonObject } from "../json-object.ts";
import { newestVersion, parseKubernetesVersion } from "../kubernetes-version.ts";
import type { ValidateOptions } from "../validate-options.ts";
import type { IssueType, ValidationIssue } from "../validation-issue.ts";
import { nestingProblem } from "./nesting-problem.ts";
import type { Rules } from "./rules.ts";
import type { SchemaError, StructureValidator } from "./schema-error.ts";
import { structureIssue } from "./structure-issue.ts";

/** What the generated code knows of a kind. */
export interface KindFacts {
  readonly apiVersion: string;
  readonly kind: string;
  readonly structure: StructureValidator;
  readonly rules?: Rules;
  /** True where the rules say what is required, and the `required` marks of the OpenAPI are not reported. */
  readonly rulesDecideRequired?: boolean;
  /** True where values of this kind nest without bound. */
  readonly isRecursive?: boolean;
  /** Words the errors that only custom kinds have; built-in kinds do without, and without its code. */
  readonly describe?: (root: unknown, error: SchemaError) => ValidationIssue | undefined;
}

/**
 * Lists what is wrong with a value as an object of one kind.
 *
 * The order of the checks is the API server's. A value of another kind is only that. Then comes the structure; the rules
 * follow where every type is right, since a server that cannot decode an object looks no further.
 *
 * An absent, `null` or empty `apiVersion` or `kind` is `Required`: the server fills it in from the URL, but kubectl and
 * every other reader of manifests refuses it. A different one is `NotSupported`, with the one that is allowed.
 */
export function checkKind(value: unknown, facts: KindFacts, options?: ValidateOptions): readonly ValidationIssue[] {
  const version = options?.kubernetesVersion === undefined
    ? newestVersion
    : parseKubernetesVersion(options.kubernetesVersion);
  if (!isJsonObject(value)) return [typeIssue(value, `Expected an object, found ${describeValue(value)}`)];
  const issues: ValidationIssue[] = [];
  if (!isOfKind(value, facts, issues)) return issues;
  if (facts.isRecursive) {
    const problem = nestingProblem(value);
    if (problem !== undefined) return [typeIssue(value, `The object ${problem}`)];
  }
  let isDecodable = true;
  if (!facts.structure(value)) {
    for (const error of facts.structure.errors ?? []) {
      if (
        error.keyword === "required" &&
        (facts.rulesDecideRequired || isIdentity(error.params.missingProperty, error.instancePath))
      ) {
        continue;
      }
      const issue = facts.describe?.(value, error) ?? structureIssue(value, error);
      if (issue.type === "TypeInvalid") isDecodable = false;
      issues.push(issue);
    }
  }
  if (isDecodable) {
    facts.rules?.(value, (type, path, at, problem, allowed) => {
      issues.push({
        type,
        fieldPath: formatFieldPath(path),
        message: problemMessage(type, at, problem),
        value: at,
        ...(allowed === undefined ? {} : { allowed }),
      });
    }, version);
  }
  return issues;
}

function typeIssue(value: unknown, message: string): ValidationIssue {
  return { type: "TypeInvalid", fieldPath: "", message, value };
}

/** Notes what is wrong with `apiVersion` and `kind`; false if the value says that it is something else. */
function isOfKind(value: JsonObject, facts: KindFacts, issues: ValidationIssue[]): boolean {
  let isSame = true;
  for (const name of ["apiVersion", "kind"] as const) {
    const given = Object.hasOwn(value, name) ? value[name] : undefined;
    const expected = facts[name];
    if (given === expected) continue;
    if (given === undefined || given === null || given === "") {
      const message = `Field "${name}" is required: expected "${expected}"`;
      issues.push({ type: "Required", fieldPath: name, message, value: given, allowed: [expected] });
    } else if (typeof given === "string") {
      const message = `${formatValue(given)} is another ${name}: expected "${expected}"`;
      issues.push({ type: "NotSupported", fieldPath: name, message, value: given, allowed: [expected] });
      isSame = false;
    }
    // Another type is the structure's to report.
  }
  return isSame;
}

function isIdentity(name: string | undefined, instancePath: string): boolean {
  return instancePath === "" && (name === "apiVersion" || name === "kind");
}

// The path says it all where the value is absent, or an object.
function problemMessage(type: IssueType, value: unknown, problem: string): string {
  const isNamed = type !== "Required" && value !== undefined && (typeof value !== "object" || value === null);
  return isNamed ? `${formatValue(value)} ${problem}` : problem.charAt(0).toUpperCase() + problem.slice(1);
}
