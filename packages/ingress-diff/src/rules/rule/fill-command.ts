import type { ObjectRef } from "../../routes/route.ts";

/**
 * A text as one word of a command line: as it is where no shell reads anything into it, else in single quotes. Names
 * from a cluster are harmless; those of a snapshot may be anything.
 */
export function shellWord(text: string): string {
  return /^[\w./:=@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** Puts an object into a command in which `KIND`, `NAME` and `NAMESPACE` are placeholders. */
export function fillCommand(command: string, { kind, namespace, name }: Omit<ObjectRef, "apiVersion">): string {
  const words: Readonly<Record<string, string>> = { KIND: kind.toLowerCase(), NAME: name, NAMESPACE: namespace };
  return command.replace(/\b(?:KIND|NAME|NAMESPACE)\b/g, (word) => shellWord(words[word] ?? word));
}
