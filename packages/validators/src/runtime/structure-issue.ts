import { describeValue, formatValue } from "../format-value.ts";
import type { ValidationIssue } from "../validation-issue.ts";
import { joinField, locate, valueAt } from "./locate.ts";
import type { SchemaError } from "./schema-error.ts";

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
    return { type: "Unknown", fieldPath, message: `Unknown field ${formatValue(key)}`, value: valueAt(at.value, key) };
  }
  if (keyword === "required") {
    const name = params.missingProperty ?? "";
    const fieldPath = joinField(at.fieldPath, name);
    return { type: "Required", fieldPath, message: `Field ${formatValue(name)} is required`, value: undefined };
  }
  const expected = expectations[params.check ?? params.type ?? ""] ?? "another type";
  const message = `Expected ${expected}, found ${describeValue(at.value)}`;
  return { type: "TypeInvalid", fieldPath: at.fieldPath, message, value: at.value };
}
