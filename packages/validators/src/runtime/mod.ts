/**
 * What generated validators import. Not for use by hand.
 *
 * @module
 */
export { checkKind, type KindFacts } from "./check-kind.ts";
export { isByte } from "./is-byte.ts";
export { isInt32, isInt64, isInteger } from "./is-integer.ts";
export { isIntOrString } from "./is-int-or-string.ts";
export { isQuantity } from "./is-quantity.ts";
export { isMicroTime, isTime } from "./is-time.ts";
export { escapeKey, nestErrors, type SchemaError, type StructureValidator } from "./schema-error.ts";
