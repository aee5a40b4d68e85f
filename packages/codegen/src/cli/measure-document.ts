/** Deeper documents are refused: the deepest schemas in use nest about 80 levels. */
export const maxDepth = 300;

/** More values than this are refused, aliases counted as often as they are used. */
export const maxValues = 5_000_000;

/**
 * Tells why a decoded document must not be walked, or `undefined` if it may: it contains itself, nests too deep, or would
 * be too large when its aliases are written out. Each object is visited once.
 */
export function documentProblem(root: unknown): string | undefined {
  const sizes = new Map<object, { readonly height: number; readonly size: number }>();
  const open = new Set<object>();

  function measure(value: unknown, depth: number): { readonly height: number; readonly size: number } | string {
    if (typeof value !== "object" || value === null) return { height: 0, size: 1 };
    if (open.has(value)) return "an alias refers to what contains it";
    const known = sizes.get(value);
    if (depth + (known?.height ?? 0) > maxDepth) return `it nests more than ${maxDepth} levels deep`;
    if (known !== undefined) return known;
    open.add(value);
    let [height, size] = [0, 1];
    for (const part of Object.values(value)) {
      const result = measure(part, depth + 1);
      if (typeof result === "string") return result;
      height = Math.max(height, result.height + 1);
      size += result.size;
      if (size > maxValues) return `it holds more than ${maxValues} values`;
    }
    open.delete(value);
    const result = { height, size };
    sizes.set(value, result);
    return result;
  }

  const result = measure(root, 0);
  return typeof result === "string" ? result : undefined;
}

/** Tells how deep JSON text nests, without decoding it. */
export function jsonDepth(text: string): number {
  let [depth, deepest, isString] = [0, 0, false];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (isString) {
      if (code === 0x5c) index++; // a backslash, and what it escapes
      else if (code === 0x22) isString = false;
    } else if (code === 0x22) isString = true;
    else if (code === 0x5b || code === 0x7b) deepest = Math.max(deepest, ++depth);
    else if (code === 0x5d || code === 0x7d) depth--;
  }
  return deepest;
}
