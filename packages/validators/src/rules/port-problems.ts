import { portNameProblems } from "../formats/port-name.ts";
import { portNumberProblems } from "../formats/port-number.ts";
import type { Problems } from "../formats/problems.ts";

/**
 * Checks a port given by number or by name; the string "80" is not a name, and an absent port is number 0.
 * Source: kubernetes, pkg/apis/core/validation/validation.go, ValidatePortNumOrName.
 */
export function portProblems(port: unknown): Problems {
  return typeof port === "string" ? portNameProblems(port) : portNumberProblems(typeof port === "number" ? port : 0);
}
