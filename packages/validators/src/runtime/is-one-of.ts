/** Tells whether a value equals one of a list; objects and lists are compared by their contents. */
export function isOneOf(value: unknown, allowed: readonly unknown[]): boolean {
  if (typeof value !== "object" || value === null) return allowed.includes(value);
  const text = canonicalText(value);
  return allowed.some((one) => typeof one === "object" && one !== null && canonicalText(one) === text);
}

/** JSON with sorted keys: the same for equal values. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(
    value,
    (_key, inner: unknown) =>
      typeof inner === "object" && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => a < b ? -1 : 1))
        : inner,
  ) ?? "";
}
