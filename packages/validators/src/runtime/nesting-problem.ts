/** Deeper values would overflow the stack of a recursive validator; no CustomResourceDefinition comes near. */
export const deepest = 256;

/** The API server reads at most 3 MiB, and every JSON value takes a byte, so that nothing larger can be valid. */
export const largest: number = 3 * 1024 * 1024;

/**
 * Says why a value must not be walked by a recursive function; `undefined` if it may.
 *
 * Each object is visited once, however often it is referred to: a value that refers to itself, nests too deep, or would
 * be huge when written out, is found in time proportional to what is in memory.
 */
export function nestingProblem(value: unknown): string | undefined {
  const measured = new Map<object, { readonly height: number; readonly size: number }>();
  const open = new Set<object>();

  function measure(inner: unknown, depth: number): { readonly height: number; readonly size: number } | string {
    if (typeof inner !== "object" || inner === null) return leaf;
    if (open.has(inner)) return "contains itself";
    const known = measured.get(inner);
    if (known !== undefined) return depth + known.height > deepest ? tooDeep : known;
    if (depth >= deepest) return tooDeep;
    open.add(inner);
    let height = 0;
    let size = 1;
    for (const part of Object.values(inner)) {
      const result = measure(part, depth + 1);
      if (typeof result === "string") return result;
      height = Math.max(height, result.height + 1);
      size += result.size;
    }
    open.delete(inner);
    if (size > largest) return `is larger than ${largest} bytes, the most an API server reads`;
    const result = { height, size };
    measured.set(inner, result);
    return result;
  }

  const result = measure(value, 0);
  return typeof result === "string" ? result : undefined;
}

const leaf = { height: 0, size: 1 } as const;
const tooDeep = `is nested more than ${deepest} levels deep, which this validator does not follow`;
