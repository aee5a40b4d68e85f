import { formatFieldPath, stepsOf } from "../values/field-path.ts";
import { isJsonObject, type JsonObject } from "../values/json-object.ts";
import { newestVersion, parseKubernetesVersion } from "../values/kubernetes-version.ts";
import type { ValidateOptions } from "../values/validate-options.ts";
import type { ValidationIssue } from "../values/validation-issue.ts";
import { identityIssue, openApi, wholeIssue } from "./identity-issue.ts";
import { makeIssue } from "./make-issue.ts";
import { nestingProblem } from "./nesting-problem.ts";
import type { KindRule } from "./report.ts";
import type { SchemaError, StructureValidator } from "./schema-error.ts";
import type { SecretPaths } from "./secret-paths.ts";
import { type StructureFacts, structureIssue } from "./structure-issue.ts";
import { ValidationError } from "../values/validation-error.ts";

/** The facts about a kind in the generated code. */
export interface KindFacts {
  readonly apiVersion: string;
  readonly kind: string;
  /** Absent if the kind has no endpoint. */
  readonly isNamespaced?: boolean;
  readonly structure: StructureValidator;
  readonly rules?: KindRule;
  /**
   * True where the rules are complete: they say what is required and which values are known, and the OpenAPI does not.
   */
  readonly rulesDecide?: boolean;
  /** The release of the structure, whose rules apply unless the caller says otherwise. Default: the newest. */
  readonly version?: string;
  /** True where values of this kind nest without bound. */
  readonly isRecursive?: boolean;
  /** Words the errors that only custom kinds have; built-in kinds do without, and without its code. */
  readonly describe?: (root: unknown, error: SchemaError, facts: StructureFacts) => ValidationIssue | undefined;
  /** The source of the structure. Default: the OpenAPI of Kubernetes. */
  readonly source?: string;
  /** The parts of an object that no issue may show. */
  readonly secrets?: SecretPaths;
}

/**
 * Lists what is wrong with a value as an object of one kind.
 *
 * The order of the checks is the API server's. For a value of another kind, only that is reported. Then comes the
 * structure; the rules follow where every type is right, since a server that cannot decode an object checks no further.
 *
 * An absent `apiVersion` or `kind` is `Required`, another one `NotSupported`.
 */
export function checkKind(value: unknown, facts: KindFacts, options?: ValidateOptions): readonly ValidationIssue[] {
  const wanted = options?.kubernetesVersion ?? facts.version;
  const version = wanted === undefined ? newestVersion : parseKubernetesVersion(wanted);
  if (!isJsonObject(value)) return [wholeIssue(value, { expected: "an object" }, structureFacts(facts))];
  const issues: ValidationIssue[] = [];
  const isPlain = value.apiVersion === facts.apiVersion && value.kind === facts.kind;
  if (!isPlain && !isOfKind(value, facts, issues)) return issues;
  if (facts.isRecursive) {
    const problem = nestingProblem(value);
    if (problem !== undefined) return [wholeIssue(undefined, problem, structureFacts(facts))];
  }
  const structure = facts.structure(value) ? noIssues : structureIssues(value, facts, options);
  if (facts.rules === undefined || structure.some(({ type }) => type === "TypeInvalid")) {
    return [...issues, ...structure];
  }
  const found: ValidationIssue[] = [];
  facts.rules(
    (type, path, at, problem, allowed, source = openApi) => {
      const place = { fieldPath: formatFieldPath(path), steps: stepsOf(path) };
      found.push(makeIssue({ type, ...place, value: at, problem, allowed, source }, facts.secrets));
    },
    value,
    version,
    facts,
  );
  if (structure.length === 0) return issues.length === 0 ? found : [...issues, ...found];
  // A fault that both a rule and the structure find is reported once.
  const paths = new Set(found.map(({ fieldPath }) => fieldPath));
  return [
    ...issues,
    ...structure.filter(({ type, fieldPath }) => type === "Unknown" || !paths.has(fieldPath)),
    ...found,
  ];
}

/** Tells whether a value has no issue as an object of one kind. */
export function isValidKind(value: unknown, facts: KindFacts, options?: ValidateOptions): boolean {
  return checkKind(value, facts, options).length === 0;
}

/** @throws {ValidationError} If a value has an issue as an object of one kind. */
export function assertKind(value: unknown, facts: KindFacts, options?: ValidateOptions): void {
  const issues = checkKind(value, facts, options);
  if (issues.length > 0) throw new ValidationError(facts.kind, issues);
}

function structureIssues(value: JsonObject, facts: KindFacts, options?: ValidateOptions): readonly ValidationIssue[] {
  const issues: ValidationIssue[] = [];
  const made = structureFacts(facts);
  for (const error of facts.structure.errors ?? []) {
    if (error.keyword === "required") {
      if (facts.rulesDecide || isIdentity(error.params.missingProperty, error.instancePath)) continue;
      // Rules for metadata decide what is required there; some write another path.
      if (facts.rules !== undefined && error.instancePath.startsWith("/metadata/")) continue;
    }
    if (error.keyword === "choice" && facts.rulesDecide) continue;
    if (error.keyword === "closed" && options?.unknownFields === "ignore") continue;
    issues.push(facts.describe?.(value, error, made) ?? structureIssue(value, error, made));
  }
  return issues;
}

const noIssues: readonly ValidationIssue[] = [];

function structureFacts({ source = openApi, secrets }: KindFacts): StructureFacts {
  return { source, ...(secrets === undefined ? {} : { secrets }) };
}

/** Notes what is wrong with `apiVersion` and `kind`; false if the value says that it is something else. */
function isOfKind(value: JsonObject, facts: KindFacts, issues: ValidationIssue[]): boolean {
  let isSame = true;
  for (const name of ["apiVersion", "kind"] as const) {
    const given = Object.hasOwn(value, name) ? value[name] : undefined;
    const expected = facts[name];
    if (given === expected) continue;
    const isAbsent = given === undefined || given === null || given === "";
    // The structure reports a wrong type.
    if (!isAbsent && typeof given !== "string") continue;
    issues.push(identityIssue(name, given, [expected], structureFacts(facts)));
    if (!isAbsent) isSame = false;
  }
  return isSame;
}

function isIdentity(name: string | undefined, instancePath: string): boolean {
  return instancePath === "" && (name === "apiVersion" || name === "kind");
}
