import type { FieldPath } from "../../values/field-path.ts";
import { type Counted, countProblem } from "../../runtime/facet-problems.ts";
import type { Note } from "./note.ts";

/** Checks the number of items or fields; false if there are too few or too many. */
export function checkCount(
  what: Counted,
  value: unknown,
  count: number,
  least: number | undefined,
  most: number | undefined,
  path: FieldPath | undefined,
  note: Note,
): boolean {
  const isFew = least !== undefined && count < least;
  const isMany = most !== undefined && count > most;
  if (isFew) note("Invalid", path, value, countProblem("least", least, what, count));
  if (isMany) note("TooMany", path, value, countProblem("most", most, what, count));
  return !isFew && !isMany;
}
