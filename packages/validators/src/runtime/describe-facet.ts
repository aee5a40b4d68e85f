import type { IssueType, ValidationIssue } from "../values/validation-issue.ts";
import {
  type Counted,
  countProblem,
  duplicateProblem,
  excludedProblem,
  lengthProblem,
  noneFitsProblem,
  notOneFitsProblem,
} from "./facet-problems.ts";
import { locate, type Location } from "./locate.ts";
import { type Fault, makeIssue, type Problem } from "./make-issue.ts";
import type { SchemaError } from "./schema-error.ts";
import { missingField, type StructureFacts } from "./structure-issue.ts";

/** Turns an error that only custom kinds have into an issue; `undefined` for the errors that all kinds have. */
export function describeFacet(root: unknown, error: SchemaError, facts: StructureFacts): ValidationIssue | undefined {
  const fault = facetFault(locate(root, error.instancePath), error);
  return fault === undefined ? undefined : makeIssue({ ...fault, source: facts.source }, facts.secrets);
}

function facetFault(at: Location, { keyword, params }: SchemaError): Omit<Fault, "source"> | undefined {
  const fault = (type: IssueType, problem: Problem, allowed?: readonly string[]): Omit<Fault, "source"> => ({
    type,
    ...at,
    problem,
    allowed,
  });
  const { limit = 0 } = params;
  switch (keyword) {
    case "present":
      return missingField(at, params.missingProperty ?? "");
    case "notNull":
      return fault("TypeInvalid", "must not be null");
    case "values": {
      const allowed = (params.allowed ?? []).map((value) => typeof value === "string" ? value : JSON.stringify(value));
      return fault("NotSupported", `is not one of ${allowed.join(", ")}`, allowed);
    }
    case "longest":
      return fault("TooLong", lengthProblem("longer", limit));
    case "shortest":
      return fault("Invalid", lengthProblem("shorter", limit));
    case "maxItems":
    case "minItems":
    case "maxProperties":
    case "minProperties": {
      const isMost = keyword.startsWith("max");
      const what: Counted = keyword.endsWith("Items") ? "items" : "fields";
      return fault(isMost ? "TooMany" : "Invalid", countProblem(isMost ? "most" : "least", limit, what, countOf(at)));
    }
    case "minimum":
    case "maximum":
    case "exclusiveMinimum":
    case "exclusiveMaximum":
      return fault("Invalid", { expected: `a number ${params.comparison} ${limit}` });
    case "multipleOf":
      return fault("Invalid", { expected: `a multiple of ${params.multipleOf}` });
    case "matches":
      return fault("Invalid", `does not match the pattern ${params.pattern}`);
    case "formatted":
      return fault("Invalid", `does not have the format ${params.format}`);
    case "distinct":
      return fault("Duplicate", duplicateProblem(params.keys ?? []));
    case "someOf":
      return fault("Invalid", noneFitsProblem);
    case "exactlyOne":
      return fault("Invalid", notOneFitsProblem(params.count ?? 0));
    case "noneOf":
      return fault("Invalid", excludedProblem);
    default:
      return undefined;
  }
}

function countOf({ value }: Location): number {
  return typeof value === "object" && value !== null ? Object.keys(value).length : 0;
}
