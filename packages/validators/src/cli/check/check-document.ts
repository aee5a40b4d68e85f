import type { ManifestDocument, Target } from "@kubeschema/manifest-reader";
import { isJsonObject, textOf } from "../../values/json-object.ts";
import { validate, type ValidationResult } from "../../validate/validate.ts";
import type { ValidateOptions } from "../../values/validate-options.ts";
import type { ValidationIssue } from "../../values/validation-issue.ts";
import type { CrdIndex } from "../crds/crd-index.ts";
import type { KindFilter } from "./kind-filter.ts";
import { type DocumentObject, objectsOf } from "./objects-of.ts";
import type { Result, ResultIssue } from "./result.ts";

/** Options for judging documents. */
export interface CheckOptions {
  readonly validation: ValidateOptions;
  readonly isSkipped: KindFilter;
  readonly isRejected: KindFilter;
  readonly areMissingSchemasIgnored: boolean;
  /** Finds custom kinds, if there are definitions of them. */
  readonly customKinds?: CrdIndex;
  /** Called once per object for which the schema of another version was used. */
  readonly onSchemaVersion: (schemaVersion: string) => void;
}

/** Judges the objects of one document. */
export async function checkDocument(
  source: string,
  document: ManifestDocument,
  options: CheckOptions,
): Promise<readonly Result[]> {
  if (document.problem !== undefined) {
    const issue = { type: "Invalid", fieldPath: "", message: document.problem, value: null } as const;
    return [problemResult(source, document, "error", issue)];
  }
  if (!isJsonObject(document.value)) {
    const message = "must be an object with apiVersion and kind";
    // The value itself may be a part of a Secret.
    const issue = { type: "TypeInvalid", fieldPath: "", message, value: undefined } as const;
    return [problemResult(source, document, "invalid", issue)];
  }
  const objects = objectsOf(document.value);
  if ("message" in objects) {
    return [problemResult(source, document, "invalid", { type: "TypeInvalid", value: undefined, ...objects })];
  }
  const results: Result[] = [];
  for (const object of objects) results.push(await checkObject(source, document, object, options));
  return document.ignored === undefined ? results : results.map((result, index) => {
    const isLast = index === results.length - 1;
    return isLast ? { ...result, warnings: [...result.warnings, ...ignoredText(document)] } : result;
  });
}

type Issue =
  & Pick<ValidationIssue, "type" | "fieldPath" | "message" | "value" | "suggestion">
  & Partial<Pick<ValidationIssue, "source">>;

/** Documents that kubectl skips silently. */
function ignoredText({ ignored }: ManifestDocument): Result["warnings"] {
  return ignored === undefined ? [] : [{ message: ignored.message, ...ignored.position() }];
}

/** A document without an object. */
function problemResult(source: string, document: ManifestDocument, status: "error" | "invalid", issue: Issue): Result {
  const { line } = document.start();
  return {
    ...{ source, document: document.number, line, apiVersion: "", kind: "", namespace: "", name: "", status },
    issues: [locate(issue, document, [])],
    warnings: [],
  };
}

async function checkObject(
  source: string,
  document: ManifestDocument,
  { value, base }: DocumentObject,
  options: CheckOptions,
): Promise<Result> {
  const [apiVersion, kind] = [textOf(value.apiVersion), textOf(value.kind)];
  const metadata = isJsonObject(value.metadata) ? value.metadata : {};
  const result = (status: Result["status"], issues: readonly Issue[], warnings: Result["warnings"] = []): Result => ({
    source,
    document: document.number,
    line: (base.length === 0 ? document.start() : document.find(base, "", "value")).line,
    apiVersion,
    kind,
    namespace: textOf(metadata.namespace),
    name: textOf(metadata.name) || textOf(metadata.generateName),
    status,
    issues: issues.map((issue) => locate(issue, document, base)),
    warnings,
  });
  if (options.isRejected(apiVersion, kind)) {
    return result("invalid", [{
      type: "Forbidden",
      fieldPath: "kind",
      message: "is rejected by --reject",
      value: kind,
    }]);
  }
  if (options.isSkipped(apiVersion, kind)) return result("skipped", []);
  const custom = options.customKinds?.(apiVersion, kind);
  if (custom !== undefined) {
    const { status, issues, warnings, notChecked } = custom.validate(value, options.validation);
    const place = warnings.length > 0 ? document.find(base, "apiVersion", "value") : { line: 0, column: 0 };
    return {
      ...result(status, issues, warnings.map(({ message }) => ({ message, ...place }))),
      notChecked: notChecked.map((one) => ({ ...one, ...document.find(base, one.fieldPath, "value") })),
    };
  }
  const verdict = await validate(value, options.validation);
  // Warnings are about the apiVersion.
  const place = verdict.warnings.length > 0 ? document.find(base, "apiVersion", "value") : { line: 0, column: 0 };
  const warnings = verdict.warnings.filter(({ type }) => type === "Deprecated").map(({ message }) => ({
    message,
    ...place,
  }));
  const removals = removalIssues(apiVersion, verdict);
  if (verdict.status === "unknown-kind" && removals.length === 0) {
    if (options.areMissingSchemasIgnored) return result("skipped", [], warnings);
    const message = `There is no schema for the kind ${JSON.stringify(kind)} of ${JSON.stringify(apiVersion)}`;
    const suggestion = "--ignore-missing-schemas skips such kinds";
    return result("error", [{ type: "NotSupported", fieldPath: "kind", message, value: kind, suggestion }], warnings);
  }
  options.onSchemaVersion(verdict.schemaVersion);
  const issues = [...removals, ...verdict.issues];
  return result(issues.length === 0 ? "valid" : "invalid", issues, warnings);
}

/** A server that no longer serves an apiVersion refuses its objects, whatever is in them. */
function removalIssues(apiVersion: string, { warnings }: ValidationResult): readonly Issue[] {
  return warnings.filter(({ type }) => type === "Removed").map(({ message }) => ({
    type: "NotSupported",
    fieldPath: "apiVersion",
    message,
    value: apiVersion,
  }));
}

/** Finds the place of a fault: the name of an unknown field, the neighbours of a missing one, otherwise the value. */
function locate(issue: Issue, document: ManifestDocument, base: readonly (string | number)[]): ResultIssue {
  const target: Target = issue.type === "Unknown" || issue.type === "Required" ? "key" : "value";
  const { line, column } = document.find(base, issue.fieldPath, target);
  const { type, fieldPath, message, value, suggestion, source } = issue;
  const more = { ...(suggestion === undefined ? {} : { suggestion }), ...(source === undefined ? {} : { source }) };
  return { type, fieldPath, message, value, ...more, line, column };
}
