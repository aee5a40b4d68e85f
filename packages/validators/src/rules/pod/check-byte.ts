import type { FieldPath } from "../../values/field-path.ts";
import type { Report } from "../../runtime/report.ts";

/** Reports a number that does not fit one byte, such as that of a partition; it may be absent. */
export function checkByte(report: Report, value: unknown, path: FieldPath): void {
  if (typeof value === "number" && (value < 0 || value > 255)) {
    report("Invalid", path, value, "is not between 0 and 255");
  }
}
