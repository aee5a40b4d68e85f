/**
 * Writes one UTF-16 unit as JSON, JavaScript and a double-quoted scalar of YAML escape it: `\u202e`. Made to be handed to
 * `replace()`, whose pattern says what is to be escaped in a text that `JSON.stringify()` has already quoted.
 */
export function jsonEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
