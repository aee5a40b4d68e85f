import { type CelFunc, type CelInput, type CelMap, celMethod, CelScalar } from "@bufbuild/cel";
import { partOf, tagged, taggedMap } from "./tagged.ts";

const { BOOL, DYN } = CelScalar;

/** A value that may be absent: `oldSelf` of a rule with optionalOldSelf. */
export function optional(value: CelInput | undefined): CelMap {
  return tagged("optional", value === undefined ? {} : { value: [value] });
}

/** The functions that rules can call on such values; the syntax `a.?b` is not supported. */
export const optionalFunctions: readonly CelFunc[] = [
  celMethod("hasValue", taggedMap, [], BOOL, function () {
    return partOf(this, "optional", "value") !== undefined;
  }),
  celMethod("value", taggedMap, [], DYN, function () {
    const value = boxed(this);
    if (value === undefined) throw new RangeError("optional.none() dereference");
    return value.value;
  }),
  celMethod("orValue", taggedMap, [DYN], DYN, function (other) {
    const value = boxed(this);
    return value === undefined ? other : value.value;
  }),
];

function boxed(value: CelMap): { readonly value: CelInput } | undefined {
  const list = partOf(value, "optional", "value");
  if (typeof list !== "object" || list === null || !("get" in list) || !("size" in list)) return undefined;
  const [first] = list as Iterable<CelInput>;
  return first === undefined ? undefined : { value: first };
}
