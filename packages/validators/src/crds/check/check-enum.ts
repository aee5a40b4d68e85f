import type { FieldPath } from "../../field-path.ts";
import { describeValue, formatValue } from "../../format-value.ts";
import { closestName } from "../../runtime/closest-name.ts";
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
  const meant = typeof value === "string" ? closestName(value, allowed) : undefined;
  note("NotSupported", path, value, `${describeValue(value)} is not one of ${allowed.join(", ")}`, {
    allowed,
    ...(meant === undefined ? {} : { suggestion: `did you mean ${formatValue(meant)}?` }),
  });
}
