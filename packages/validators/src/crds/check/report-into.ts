import type { FieldPath } from "../../field-path.ts";
import { formatValue } from "../../format-value.ts";
import type { Report } from "../../runtime/rules.ts";
import type { Note } from "./note.ts";

/**
 * Lets the rules for built-in kinds report into a list of issues.
 *
 * @param base The path of the object that the rules look at, where it is inside another one.
 */
export function reportInto(note: Note, base?: FieldPath): Report {
  return (type, path, value, problem, allowed) => {
    const isNamed = type !== "Required" && value !== undefined && (typeof value !== "object" || value === null);
    const message = isNamed ? `${formatValue(value)} ${problem}` : problem.charAt(0).toUpperCase() + problem.slice(1);
    note(type, under(base, path), value, message, allowed === undefined ? {} : { allowed });
  };
}

function under(base: FieldPath | undefined, path: FieldPath): FieldPath {
  if (base === undefined) return path;
  return { ...path, parent: path.parent === undefined ? base : under(base, path.parent) };
}
