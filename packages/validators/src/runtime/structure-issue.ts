import { isJsonObject } from "../values/json-object.ts";
import type { ValidationIssue } from "../values/validation-issue.ts";
import { closestName } from "./closest-name.ts";
import { joinField, locate, type Location, valueAt } from "./locate.ts";
import { didYouMean, type Fault, makeIssue, unknownField } from "./make-issue.ts";
import type { Choice, SchemaError } from "./schema-error.ts";
import type { SecretPaths } from "./secret-paths.ts";

/** What structure issues are made with. */
export interface StructureFacts {
  /** Where the structure comes from. */
  readonly source: string;
  readonly secrets?: SecretPaths;
}

const expectations: Readonly<Record<string, string>> = {
  object: "an object",
  array: "a list",
  string: "a string",
  boolean: "true or false",
  number: "a number",
  Byte: "base64 text",
  Int32: "a whole number from -2147483648 to 2147483647",
  Int64: "a whole number of 64 bits",
  Integer: "a whole number",
  IntOrString: "a string, or a whole number from -2147483648 to 2147483647",
  Quantity: 'a quantity such as "500m", "1.5Gi" or 2',
  Time: 'an RFC 3339 time such as "2006-01-02T15:04:05Z"',
  MicroTime: 'an RFC 3339 time with six decimals, such as "2006-01-02T15:04:05.000000Z"',
};

/** The fields for plain text beside those for base64. */
const textFields: Readonly<Record<string, string>> = { "Secret data": "stringData", "ConfigMap binaryData": "data" };

/** Turns an error of the generated code into an issue with the API server's field path and the value at fault. */
export function structureIssue(root: unknown, error: SchemaError, facts: StructureFacts): ValidationIssue {
  return makeIssue({ ...structureFault(root, error), source: facts.source }, facts.secrets);
}

function structureFault(root: unknown, { instancePath, keyword, params }: SchemaError): Omit<Fault, "source"> {
  const at = locate(root, instancePath);
  if (keyword === "closed") {
    const key = params.key ?? "";
    const meant = closestName(key, params.known ?? []);
    return {
      type: "Unknown",
      ...fieldOf(at, key),
      value: valueAt(at.value, key),
      problem: unknownField,
      suggestion: meant === undefined ? undefined : didYouMean(meant),
    };
  }
  if (params.choice !== undefined) return choiceFault(root, instancePath, at, params.choice);
  if (keyword === "required") return missingField(at, params.missingProperty ?? "");
  const wanted = params.check ?? params.type ?? "";
  if (wanted === "Byte" && typeof at.value === "string") {
    const kind = isJsonObject(root) ? root.kind : "";
    const field = at.steps.length === 2 ? textFields[`${kind} ${at.steps[0]}`] : undefined;
    const suggestion = field === undefined ? undefined : `plain text belongs into ${field}`;
    return { type: "TypeInvalid", ...at, problem: "is not base64", suggestion };
  }
  // A number or a boolean where text must be is most often text that YAML took for something else.
  const isScalar = typeof at.value === "number" || typeof at.value === "boolean";
  return {
    type: "TypeInvalid",
    ...at,
    problem: { expected: expectations[wanted] ?? "of another type" },
    suggestion: params.type === "string" && isScalar ? "quote it" : undefined,
  };
}

function choiceFault(root: unknown, pointer: string, at: Location, choice: Choice): Omit<Fault, "source"> {
  const { allowed } = choice;
  const place = choice.isOnParent ? locate(root, pointer.slice(0, pointer.lastIndexOf("/"))) : at;
  const { fieldPath } = place;
  if (at.value === "" && choice.empty === "missing") {
    return { type: "Required", ...at, fieldPath, problem: `must be set to one of ${allowed.join(", ")}`, allowed };
  }
  const type = choice.isInvalid ? "Invalid" : "NotSupported";
  return { type, ...at, fieldPath, problem: `is not one of ${allowed.join(", ")}`, allowed };
}

/** The fault that a field is absent. */
export function missingField(at: Location, name: string): Omit<Fault, "source"> {
  return { type: "Required", ...fieldOf(at, name), value: undefined, problem: "must be set" };
}

function fieldOf({ fieldPath, steps }: Location, name: string): Pick<Fault, "fieldPath" | "steps"> {
  return { fieldPath: joinField(fieldPath, name), steps: [...steps, name] };
}
