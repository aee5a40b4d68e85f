import { child, type FieldPath } from "../../values/field-path.ts";
import { type JsonObject, optionalTextOf, textOf } from "../../values/json-object.ts";
import { dns1123SubdomainProblems } from "../../formats/dns-1123-subdomain.ts";
import { pathSegmentNameProblems } from "../../formats/path-segment-name.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { networking } from "../sources.ts";

export function checkResourceReference(outer: Report, reference: JsonObject, path: FieldPath): void {
  const report = reportFrom(outer, networking, "validateIngressTypedLocalObjectReference");
  const apiGroup = optionalTextOf(reference.apiGroup);
  if (apiGroup !== undefined) {
    for (const problem of dns1123SubdomainProblems(apiGroup)) {
      report("Invalid", child(path, "apiGroup"), apiGroup, problem);
    }
  }
  for (const name of ["kind", "name"]) {
    const text = textOf(reference[name]);
    if (text === "") {
      report("Required", child(path, name), reference[name], `must be set to the ${name} of a resource`);
    } else for (const problem of pathSegmentNameProblems(text)) report("Invalid", child(path, name), text, problem);
  }
}
