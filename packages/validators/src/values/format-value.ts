const longest = 60;

/** Writes a value for a message in at most a line: text is quoted and cut, and lists and objects are only named. */
export function formatValue(value: unknown): string {
  if (typeof value === "string") {
    // Cut by characters, so that no half of a pair is left.
    const text = value.length <= longest ? value : `${[...value.slice(0, longest)].slice(0, -1).join("")}…`;
    return JSON.stringify(text);
  }
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  if (typeof value === "function" || typeof value === "symbol") return `a ${typeof value}`;
  return String(value);
}

/** Like `formatValue()`, with the type in front where the text alone could mislead: `the string "80"`. */
export function describeValue(value: unknown): string {
  if (typeof value === "string" || typeof value === "number") return `the ${typeof value} ${formatValue(value)}`;
  return formatValue(value);
}
