import { describeValue, formatValue } from "../format-value.ts";
import type { ValidationIssue } from "../validation-issue.ts";
import { closestName } from "./closest-name.ts";
import { joinField, locate, type Location, valueAt } from "./locate.ts";
import type { Choice, SchemaError } from "./schema-error.ts";

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

/** Turns an error of the generated code into an issue with the API server's field path and the value at fault. */
export function structureIssue(root: unknown, { instancePath, keyword, params }: SchemaError): ValidationIssue {
  const at = locate(root, instancePath);
  if (keyword === "closed") {
    const key = params.key ?? "";
    const fieldPath = joinField(at.fieldPath, key);
    const meant = closestName(key, params.known ?? []);
    return {
      type: "Unknown",
      fieldPath,
      message: `Unknown field ${formatValue(key)}`,
      value: valueAt(at.value, key),
      ...(meant === undefined ? {} : { suggestion: didYouMean(meant) }),
    };
  }
  if (params.choice !== undefined) return choiceIssue(root, instancePath, at, params.choice);
  if (keyword === "required") {
    const name = params.missingProperty ?? "";
    const fieldPath = joinField(at.fieldPath, name);
    return { type: "Required", fieldPath, message: `Field ${formatValue(name)} is required`, value: undefined };
  }
  const expected = expectations[params.check ?? params.type ?? ""] ?? "another type";
  const message = `Expected ${expected}, found ${describeValue(at.value)}`;
  // A number or a boolean where text must be is most often text that YAML took for something else.
  const isScalar = typeof at.value === "number" || typeof at.value === "boolean";
  return {
    type: "TypeInvalid",
    fieldPath: at.fieldPath,
    message,
    value: at.value,
    ...(params.type === "string" && isScalar ? { suggestion: "quote it" } : {}),
  };
}

function choiceIssue(root: unknown, pointer: string, at: Location, choice: Choice): ValidationIssue {
  const { allowed } = choice;
  const fieldPath = choice.isOnParent
    ? locate(root, pointer.slice(0, pointer.lastIndexOf("/"))).fieldPath
    : at.fieldPath;
  if (at.value === "" && choice.empty === "missing") {
    return { type: "Required", fieldPath, message: `Needs one of ${allowed.join(", ")}`, value: at.value, allowed };
  }
  const meant = closestName(String(at.value), allowed);
  return {
    type: choice.isInvalid ? "Invalid" : "NotSupported",
    fieldPath,
    message: `${formatValue(at.value)} is not one of ${allowed.join(", ")}`,
    value: at.value,
    allowed,
    ...(meant === undefined ? {} : { suggestion: didYouMean(meant) }),
  };
}

/** Words the name that was probably meant. */
export function didYouMean(name: string): string {
  return `did you mean ${formatValue(name)}?`;
}
