import { isJsonObject, type JsonObject } from "../values/json-object.ts";
import { formatValue } from "../values/format-value.ts";
import { identityIssue, wholeIssue } from "../runtime/identity-issue.ts";
import { nestingProblem } from "../runtime/nesting-problem.ts";
import type { ValidationIssue } from "../values/validation-issue.ts";
import { type Crd, crdSource, type CrdVersion } from "./read-crd.ts";

/** The version that an object names, or why there is none. */
export type FoundVersion =
  | { readonly object: JsonObject; readonly version: CrdVersion }
  | { readonly issues: readonly ValidationIssue[] };

/** Finds the version of a definition that an object is to be judged by. */
export function findVersion({ name: crd, group, kind, versions }: Crd, value: unknown): FoundVersion {
  const facts = { source: crdSource(crd) };
  if (!isJsonObject(value)) return { issues: [wholeIssue(value, { expected: "an object" }, facts)] };
  const nesting = nestingProblem(value);
  if (nesting !== undefined) return { issues: [wholeIssue(undefined, nesting, facts)] };
  const served = versions.filter(({ isServed }) => isServed).map(({ name }) => `${group}/${name}`);
  const issues: ValidationIssue[] = [];
  for (const [name, allowed] of [["apiVersion", served], ["kind", [kind]]] as const) {
    const given = Object.hasOwn(value, name) ? value[name] : undefined;
    if (typeof given === "string" && allowed.includes(given)) continue;
    const isUnserved = name === "apiVersion" && versions.some((version) => `${group}/${version.name}` === given);
    const problem = `is defined, but not served; use ${allowed.map((one) => formatValue(one)).join(" or ")}`;
    issues.push(identityIssue(name, given, allowed, facts, isUnserved ? problem : undefined));
  }
  const version = versions.find(({ isServed, name }) => isServed && `${group}/${name}` === value.apiVersion);
  return issues.length > 0 || version === undefined ? { issues } : { object: value, version };
}
