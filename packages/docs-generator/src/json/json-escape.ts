/**
 * Escapes one UTF-16 unit as JSON, JavaScript and a double-quoted scalar of YAML do: `\u202e`. A callback for
 * `replace()`, whose pattern says what to escape in a text that `JSON.stringify()` has already quoted.
 */
export function jsonEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
