import { child, type FieldPath } from "../../values/field-path.ts";
import { asObject, type JsonObject, optionalTextOf, textOf } from "../../values/json-object.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { networking } from "../sources.ts";
import type { IngressForm } from "./ingress-form.ts";

const pathTypes = ["Exact", "ImplementationSpecific", "Prefix"];
const forbidden = ["//", "/./", "/../", "%2f", "%2F"];
const forbiddenAtEnd = ["/..", "/."];
// Any of the above.
const suspicious = /\/(?:\/|\.\.?(?:\/|$))|%2[fF]/;

/**
 * One path of a rule. Without a `pathType` nothing else is checked; with an unknown one the path is not, but the
 * backend is.
 */
export function checkHttpPath(outer: Report, entry: JsonObject, at: FieldPath, form: IngressForm): void {
  const report = reportFrom(outer, networking, "validateHTTPIngressPath");
  const pathType = optionalTextOf(entry.pathType) ?? form.pathType;
  if (pathType === undefined) {
    report("Required", child(at, "pathType"), undefined, `must be set to one of ${pathTypes.join(", ")}`, pathTypes);
    return;
  }
  const path = textOf(entry.path);
  if (pathType === "Exact" || pathType === "Prefix") {
    checkStrictPath(report, path, child(at, "path"));
  } else if (pathType === "ImplementationSpecific") {
    if (path !== "" && !path.startsWith("/")) report("Invalid", child(at, "path"), path, isRelative);
  } else {
    report("NotSupported", child(at, "pathType"), pathType, `is not one of ${pathTypes.join(", ")}`, pathTypes);
  }
  form.checkBackend(report, asObject(entry.backend), child(at, "backend"));
}

const isRelative = 'must begin with "/"';

function checkStrictPath(report: Report, path: string, at: FieldPath): void {
  if (!path.startsWith("/")) report("Invalid", at, path, isRelative);
  if (!suspicious.test(path)) return;
  for (const part of forbidden) {
    if (path.includes(part)) report("Invalid", at, path, `must not contain "${part}"`);
  }
  for (const end of forbiddenAtEnd) {
    if (path.endsWith(end)) report("Invalid", at, path, `must not end with "${end}"`);
  }
}
