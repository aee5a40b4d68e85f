/** Tells whether a value is a whole number that fits 32 bits. `80.0` and `80` are the same once JSON is decoded. */
export function isInt32(value: unknown): boolean {
  return typeof value === "number" && (value | 0) === value;
}

/**
 * Tells whether a value is a whole number that fits 64 bits. A JavaScript number is exact only up to 2^53, so the largest
 * 64-bit number arrives as 2^63 and passes.
 */
export function isInt64(value: unknown): boolean {
  return Number.isInteger(value) && Math.abs(Number(value)) <= 2 ** 63;
}

/** Tells whether a value is a whole number of any size. */
export function isInteger(value: unknown): boolean {
  return Number.isInteger(value);
}
