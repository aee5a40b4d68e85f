import type { FieldPath } from "../../values/field-path.ts";
import type { Report } from "../../runtime/report.ts";
import type { Note } from "./note.ts";

/**
 * Lets the rules for built-in kinds report into a list of issues.
 *
 * @param base The path of the object that the rules check, if it is inside another one.
 */
export function reportInto(note: Note, base?: FieldPath): Report {
  return (type, path, value, problem, allowed, source) =>
    note(type, under(base, path), value, problem, {
      ...(allowed === undefined ? {} : { allowed }),
      ...(source === undefined ? {} : { source }),
    });
}

function under(base: FieldPath | undefined, path: FieldPath): FieldPath {
  if (base === undefined) return path;
  return { ...path, parent: path.parent === undefined ? base : under(base, path.parent) };
}
