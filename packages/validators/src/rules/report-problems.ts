import type { FieldPath } from "../field-path.ts";
import type { Problems } from "../formats/problems.ts";
import type { Report } from "../runtime/rules.ts";

/** Reports each problem of a value as `Invalid`. */
export function reportProblems(problems: Problems, path: FieldPath, value: unknown, report: Report): void {
  for (const problem of problems) report("Invalid", path, value, problem);
}
