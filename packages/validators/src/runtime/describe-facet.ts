import { describeValue, formatValue } from "../format-value.ts";
import type { IssueType, ValidationIssue } from "../validation-issue.ts";
import { joinField, locate, type Location } from "./locate.ts";
import type { SchemaError } from "./schema-error.ts";

/** Turns an error that only custom kinds have into an issue; `undefined` for the errors that all kinds have. */
export function describeFacet(
  root: unknown,
  { instancePath, keyword, params }: SchemaError,
): ValidationIssue | undefined {
  const at = locate(root, instancePath);
  const issue = (type: IssueType, message: string, more: Partial<ValidationIssue> = {}): ValidationIssue => ({
    type,
    fieldPath: at.fieldPath,
    message,
    value: at.value,
    ...more,
  });
  const { limit } = params;
  switch (keyword) {
    case "present": {
      const name = params.missingProperty ?? "";
      const fieldPath = joinField(at.fieldPath, name);
      return issue("Required", `Field ${formatValue(name)} is required`, { fieldPath, value: undefined });
    }
    case "notNull":
      return issue("TypeInvalid", "Expected a value, found null");
    case "values": {
      const allowed = (params.allowed ?? []).map((value) => typeof value === "string" ? value : JSON.stringify(value));
      return issue("NotSupported", `${describeValue(at.value)} is not one of ${allowed.join(", ")}`, { allowed });
    }
    case "longest":
      return issue("TooLong", `${formatValue(at.value)} is longer than ${limit} characters`);
    case "shortest":
      return issue("Invalid", `${formatValue(at.value)} is shorter than ${limit} characters`);
    case "maxItems":
      return issue("TooMany", `Expected at most ${limit} items, found ${countOf(at)}`);
    case "minItems":
      return issue("Invalid", `Expected at least ${limit} items, found ${countOf(at)}`);
    case "maxProperties":
      return issue("TooMany", `Expected at most ${limit} fields, found ${countOf(at)}`);
    case "minProperties":
      return issue("Invalid", `Expected at least ${limit} fields, found ${countOf(at)}`);
    case "minimum":
    case "maximum":
    case "exclusiveMinimum":
    case "exclusiveMaximum":
      return issue("Invalid", `Expected a number ${params.comparison} ${limit}, found ${formatValue(at.value)}`);
    case "multipleOf":
      return issue("Invalid", `Expected a multiple of ${params.multipleOf}, found ${formatValue(at.value)}`);
    case "matches":
      return issue("Invalid", `${formatValue(at.value)} does not match the pattern ${params.pattern}`);
    case "formatted":
      return issue("Invalid", `${formatValue(at.value)} does not have the format ${params.format}`);
    case "distinct": {
      const same = params.keys ? `the same ${params.keys.join(", ")} as` : "equal to";
      return issue("Duplicate", `The item is ${same} an earlier one`);
    }
    case "someOf":
      return issue("Invalid", "The value fits none of the alternatives (anyOf)");
    case "exactlyOne":
      return issue("Invalid", `The value fits ${params.count || "none"} of the alternatives, not exactly one (oneOf)`);
    case "noneOf":
      return issue("Invalid", "The value is one that is excluded (not)");
    default:
      return undefined;
  }
}

function countOf({ value }: Location): number {
  return typeof value === "object" && value !== null ? Object.keys(value).length : 0;
}
