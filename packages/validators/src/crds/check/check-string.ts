import type { FieldPath } from "../../values/field-path.ts";
import { countCharacters } from "../../runtime/count-characters.ts";
import { lengthProblem } from "../../runtime/facet-problems.ts";
import type { Schema } from "../schema/schema.ts";
import { hasCustomFormat } from "./has-custom-format.ts";
import type { Note } from "./note.ts";

/** Checks a text's length, pattern and format; of length and pattern the first fault is the only one, as on the server. */
export function checkString(schema: Schema, text: string, path: FieldPath | undefined, note: Note): void {
  const { format } = schema;
  const { maxLength, minLength } = schema.limits;
  // A text has at most as many characters as UTF-16 units, and at least half as many.
  if (maxLength !== undefined && text.length > maxLength && countCharacters(text) > maxLength) {
    note("TooLong", path, text, lengthProblem("longer", maxLength));
  } else if (minLength !== undefined && countCharacters(text) < minLength) {
    note("Invalid", path, text, lengthProblem("shorter", minLength));
  } else if (schema.pattern?.test?.(text) === false) {
    note("Invalid", path, text, `does not match the pattern ${schema.pattern.source}`);
  }
  if (format !== undefined && hasCustomFormat(text, format) === false) {
    note("Invalid", path, text, `does not have the format ${format}`);
  }
}
