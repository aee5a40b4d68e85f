import type { FieldPath } from "../../values/field-path.ts";
import { isJsonObject } from "../../values/json-object.ts";
import { memberOf } from "../check/schema-at.ts";
import type { Schema } from "../schema/schema.ts";

/** A place in an object. */
export interface Place {
  readonly path: FieldPath | undefined;
  readonly value: unknown;
}

const step = /^(?:\.([A-Za-z_$][\w$-]*)|\[(['"])((?:\\.|(?!\2).)*)\2\])/;

/**
 * Follows the `fieldPath` of a rule, `.spec.name` or `['a.b']`, from the value that the rule is about. A path that cannot be
 * followed leads to that value itself.
 */
export function resolveFieldPath(
  text: string | undefined,
  schema: Schema,
  value: unknown,
  path: FieldPath | undefined,
): Place {
  let place: Place = { path, value };
  let known: Schema | undefined = schema;
  let rest = text ?? "";
  while (rest !== "") {
    const [all, plain, , quoted] = step.exec(rest) ?? [];
    const name = plain ?? quoted?.replace(/\\(.)/g, "$1");
    if (all === undefined || name === undefined || known === undefined) return { path, value };
    const member = memberOf(known, place.path, name);
    const inner: unknown = isJsonObject(place.value) && Object.hasOwn(place.value, name)
      ? place.value[name]
      : undefined;
    place = { path: member.path, value: inner };
    known = member.schema;
    rest = rest.slice(all.length);
  }
  return place;
}
