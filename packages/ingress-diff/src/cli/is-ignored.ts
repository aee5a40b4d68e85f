import type { Finding } from "../evaluate/finding.ts";
import type { IgnoreEntry } from "./read-config.ts";

/** Whether an entry of the configuration's `ignore` fits a finding. */
export function isIgnored({ id, rule, object }: Finding, entries: readonly IgnoreEntry[]): boolean {
  return entries.some((entry) =>
    fits(entry.id, id) && fits(entry.rule, rule) && fits(entry.kind, object.kind) &&
    fits(entry.namespace, object.namespace) && fits(entry.name, object.name)
  );
}

/** Takes the parts between the stars one after another, without a regular expression that could run for ever. */
function fits(pattern: string | undefined, text: string): boolean {
  if (pattern === undefined) return true;
  const [start = "", ...parts] = pattern.split("*");
  const end = parts.pop();
  if (end === undefined) return pattern === text;
  if (!text.startsWith(start)) return false;
  let position = start.length;
  for (const part of parts) {
    const found = text.indexOf(part, position);
    if (found < 0) return false;
    position = found + part.length;
  }
  return text.length - end.length >= position && text.endsWith(end);
}
