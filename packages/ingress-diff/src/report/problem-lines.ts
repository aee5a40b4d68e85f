import type { DriftProblem } from "../drift/ingress-drift.ts";

/** Why something could not be compared, what to do, and the command that helps: a line each. Not escaped. */
export function problemLines({ message, fix, command }: DriftProblem): readonly string[] {
  return [message, `fix: ${fix}`, ...(command === undefined ? [] : [`run: ${command}`])];
}
