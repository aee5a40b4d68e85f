import { relativePathProblems } from "../../formats/relative-path.ts";
import { child, type FieldPath } from "../../values/field-path.ts";
import { type JsonObject, optionalTextOf, textOf } from "../../values/json-object.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import { checkSupported } from "../check-supported.ts";
import { reportProblems } from "../report-problems.ts";

const types = ["Localhost", "RuntimeDefault", "Unconfined"];

export function checkSeccompProfile(outer: Report, profile: JsonObject, path: FieldPath): void {
  const report = reportFrom(outer, core, "validateSeccompProfileField");
  const type = textOf(profile.type);
  if (type === "") {
    report("Required", child(path, "type"), profile.type, `must be set to one of ${types.join(", ")}`, types);
  } else checkSupported(report, type, types, child(path, "type"));
  const local = optionalTextOf(profile.localhostProfile);
  const localPath = child(path, "localhostProfile");
  if (type === "Localhost") {
    if (local === undefined) report("Required", localPath, local, "must be set when type is Localhost");
    else reportProblems(report, relativePathProblems(local), localPath, local);
  } else if (local !== undefined) report("Invalid", localPath, local, "must not be set unless type is Localhost");
}
