import type { FieldPath } from "../../values/field-path.ts";
import { isOneOf } from "../../runtime/is-one-of.ts";
import type { Note } from "./note.ts";

/** Checks that a value is one of those allowed. */
export function checkEnum(
  values: readonly unknown[],
  value: unknown,
  path: FieldPath | undefined,
  note: Note,
): void {
  // The server compares null with nothing. Source: kube-openapi, pkg/validation/validate/validator.go.
  if (value !== null && isOneOf(value, values)) return;
  const allowed = values.map((one) => typeof one === "string" ? one : JSON.stringify(one));
  note("NotSupported", path, value, `is not one of ${allowed.join(", ")}`, { allowed });
}
