import { relativePathProblems } from "../../formats/relative-path.ts";
import { child, type FieldPath } from "../../field-path.ts";
import { type JsonObject, optionalTextOf, textOf } from "../../json-object.ts";
import type { Report } from "../../runtime/rules.ts";
import { checkSupported } from "../check-supported.ts";
import { reportProblems } from "../report-problems.ts";

const types = ["Localhost", "RuntimeDefault", "Unconfined"];

/** Source: kubernetes, pkg/apis/core/validation/validation.go, validateSeccompProfileField. */
export function checkSeccompProfile(profile: JsonObject, path: FieldPath, report: Report): void {
  const type = textOf(profile.type);
  if (type === "") report("Required", child(path, "type"), profile.type, `needs one of ${types.join(", ")}`, types);
  else checkSupported(type, types, child(path, "type"), report);
  const local = optionalTextOf(profile.localhostProfile);
  const localPath = child(path, "localhostProfile");
  if (type === "Localhost") {
    if (local === undefined) report("Required", localPath, local, "is needed with type Localhost");
    else reportProblems(relativePathProblems(local), localPath, local, report);
  } else if (local !== undefined) report("Invalid", localPath, local, "needs type Localhost");
}
