/**
 * The imports of generated validators. Not for use by hand.
 *
 * @module
 */
export { assertKind, checkKind, isValidKind, type KindFacts } from "./check-kind.ts";
export { countCharacters } from "./count-characters.ts";
export { describeFacet } from "./describe-facet.ts";
export { hasFormat } from "./has-format.ts";
export { isByte } from "./is-byte.ts";
export { isInt32, isInt64, isInteger } from "./is-integer.ts";
export { isIntOrString } from "./is-int-or-string.ts";
export { isIntegerOrString } from "./is-integer-or-string.ts";
export { isOneOf } from "./is-one-of.ts";
export { isQuantity } from "./is-quantity.ts";
export { isMicroTime, isTime } from "./is-time.ts";
export { repeatedItems } from "./repeated-items.ts";
export { isJsonObject as isObject } from "../values/json-object.ts";
export {
  escapeKey,
  nestErrors,
  noteError,
  noteMissing,
  noteType,
  type SchemaError,
  type StructureValidator,
} from "./schema-error.ts";
// The functions that rules are written with. They are named here because JSR types a package by what its public modules
// export, and would drop functions that only generated JavaScript reaches.
export { child, field, type FieldPath, formatFieldPath, item, key } from "../values/field-path.ts";
export {
  asObject,
  isJsonObject,
  type JsonObject,
  listOf,
  numberOf,
  objectOf,
  optionalTextOf,
  textOf,
} from "../values/json-object.ts";
export { type KindRule, type Report, reportFrom } from "./report.ts";
export {
  isAtLeast,
  type KubernetesVersion,
  newestVersion,
  parseKubernetesVersion,
} from "../values/kubernetes-version.ts";
