/** Tells whether a value is a string or a whole number of any size, as an int-or-string of a custom kind may be. */
export function isIntegerOrString(value: unknown): boolean {
  return typeof value === "string" || Number.isInteger(value);
}
