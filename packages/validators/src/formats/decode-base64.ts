/** The text that a decoded `byte` value holds as UTF-8: base64 text that is known to be right, or a list of numbers. */
export function decodeBase64(value: unknown): string {
  const bytes = Array.isArray(value)
    ? Uint8Array.from(value, Number)
    : Uint8Array.from(atob(typeof value === "string" ? value : ""), (character) => character.charCodeAt(0));
  return new TextDecoder().decode(bytes);
}
