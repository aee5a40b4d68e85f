import { escapeMarkdown } from "../markdown/escape-markdown.ts";

/** The name of a kind's page and source file: letters and digits in lower case, anything else `_`. */
export function seedStem(kind: string): string {
  return kind.replace(/[^A-Za-z0-9]/g, "_").toLowerCase();
}

/**
 * Writes a field's name as text: Kubernetes' own names unchanged, any other so that it is neither Markdown nor HTML.
 */
export function seedFieldName(name: string): string {
  return /^[\w.$-]+$/.test(name) ? name : escapeMarkdown(name);
}

/** The name of a kind's interface: the stem with a capital, `Configmap`. */
export function seedInterfaceName(kind: string): string {
  const stem = seedStem(kind);
  return stem.charAt(0).toUpperCase() + stem.slice(1);
}
