import type { FieldPath } from "../values/field-path.ts";
import type { Problems } from "../formats/problems.ts";
import type { Report } from "../runtime/report.ts";

/** Reports each problem of a value as `Invalid`. */
export function reportProblems(report: Report, problems: Problems, path: FieldPath, value: unknown): void {
  for (const problem of problems) report("Invalid", path, value, problem);
}
