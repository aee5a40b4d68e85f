import { describeValue, formatValue } from "../format-value.ts";
import { isJsonObject, type JsonObject } from "../json-object.ts";
import { nestingProblem } from "../runtime/nesting-problem.ts";
import type { ValidationIssue } from "../validation-issue.ts";
import type { Crd, CrdVersion } from "./read-crd.ts";

/** The version that an object says it is of, or why it is of none. */
export type FoundVersion =
  | { readonly object: JsonObject; readonly version: CrdVersion }
  | { readonly issues: readonly ValidationIssue[] };

/** Finds the version of a definition that an object is to be judged by. */
export function findVersion({ group, kind, versions }: Crd, value: unknown): FoundVersion {
  if (!isJsonObject(value)) return fault("TypeInvalid", "", value, `Expected an object, found ${describeValue(value)}`);
  const problem = nestingProblem(value);
  if (problem !== undefined) return fault("TypeInvalid", "", value, `The object ${problem}`);
  const served = versions.filter(({ isServed }) => isServed).map(({ name }) => `${group}/${name}`);
  const issues: ValidationIssue[] = [];
  for (const [name, allowed] of [["apiVersion", served], ["kind", [kind]]] as const) {
    const given = Object.hasOwn(value, name) ? value[name] : undefined;
    if (typeof given === "string" && allowed.includes(given)) continue;
    const expected = `expected ${allowed.map((one) => formatValue(one)).join(" or ")}`;
    const isAbsent = given === undefined || given === null || given === "";
    const isUnserved = name === "apiVersion" && versions.some((version) => `${group}/${version.name}` === given);
    issues.push({
      type: isAbsent ? "Required" : typeof given === "string" ? "NotSupported" : "TypeInvalid",
      fieldPath: name,
      message: isAbsent
        ? `Field "${name}" is required: ${expected}`
        : typeof given !== "string"
        ? `Expected a string, found ${describeValue(given)}`
        : isUnserved
        ? `${formatValue(given)} is defined and not served: ${expected}`
        : `${formatValue(given)} is another ${name}: ${expected}`,
      value: given,
      allowed,
    });
  }
  const version = versions.find(({ isServed, name }) => isServed && `${group}/${name}` === value.apiVersion);
  return issues.length > 0 || version === undefined ? { issues } : { object: value, version };
}

function fault(type: "TypeInvalid", fieldPath: string, value: unknown, message: string): FoundVersion {
  return { issues: [{ type, fieldPath, message, value }] };
}
