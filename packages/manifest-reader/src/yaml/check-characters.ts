import { YamlError } from "./yaml-error.ts";

/** Characters that YAML must not contain unescaped. */
const forbidden = /[^\t\n\r -~\u0085\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/**
 * Refuses a text with control characters, as go-yaml does when it reads the text.
 *
 * @throws {YamlError} At the first of them.
 */
export function checkCharacters(text: string): void {
  const offset = text.search(forbidden);
  if (offset === -1) return;
  const code = (text.codePointAt(offset) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  throw new YamlError(`The control character U+${code} is not allowed in YAML`, offset);
}
