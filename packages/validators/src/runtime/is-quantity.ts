// What Go's strings.TrimSpace takes for space; JavaScript's own list differs in two characters.
const space = "[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
const number = "[+-]?\\d*(?:\\.\\d*)?";
const suffix = "(?:[numkMGTPE]|[KMGTPE]i|[eE][+-]?0*\\d{1,18})?";
const quantity = new RegExp(`^${space}*(?!${space}|$)${number}${suffix}${space}*$`);

/**
 * Tells whether a value is a Kubernetes quantity: `"500m"`, `"1.5Gi"`, `"1e3"`, or a plain number.
 *
 * It is as lenient as the API server: space around the text is ignored, and a suffix or a sign alone, `"Ki"`, is zero.
 * Source: apimachinery, pkg/api/resource/quantity.go.
 */
export function isQuantity(value: unknown): boolean {
  return typeof value === "string" ? quantity.test(value) : typeof value === "number" && Number.isFinite(value);
}
