import type { FieldPath } from "../values/field-path.ts";
import type { Report } from "../runtime/report.ts";

/** Reports a value that is not one of those allowed. */
export function checkSupported(report: Report, value: string, allowed: readonly string[], path: FieldPath): void {
  if (!allowed.includes(value)) report("NotSupported", path, value, `is not one of ${allowed.join(", ")}`, allowed);
}
