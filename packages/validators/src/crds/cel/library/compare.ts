import { celEnv, type CelValue, isCelError, parse, plan } from "@bufbuild/cel";

// The library exports no comparison, but its operators.
const plain = celEnv();
const equals = plan(plain, parse("a == b"));

/** Tells whether two values are equal according to CEL. */
export function isSame(a: CelValue, b: CelValue): boolean {
  return a === b || (typeof a === "object" && equals({ a, b }) === true) || numberOf(a) === numberOf(b);
}

function numberOf(value: CelValue): unknown {
  return typeof value === "bigint" || typeof value === "number" ? Number(value) : value;
}

const isLess = plan(plain, parse("a < b"));

/**
 * Compares two values that have an order: numbers, text, bytes, booleans, times and durations.
 *
 * @throws {CelError} If they have none.
 */
export function compareScalars(a: CelValue, b: CelValue): number {
  if (typeof a === "string" && typeof b === "string") return a < b ? -1 : a > b ? 1 : 0;
  const [less, more] = [isLess({ a, b }), isLess({ a: b, b: a })];
  if (isCelError(less)) throw less;
  return less === true ? -1 : more === true ? 1 : 0;
}
