/** How many bytes a decoded `byte` value has: base64 text with padding and perhaps line breaks, or a list of numbers. */
export function base64Length(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  if (typeof value !== "string") return 0;
  let digits = 0;
  for (let index = 0; index < value.length; index++) {
    const code = value.charCodeAt(index);
    // Neither "=" nor a line break.
    if (code !== 0x3d && code !== 0x0a && code !== 0x0d) digits++;
  }
  return Math.floor(digits * 3 / 4);
}
