import type { DocumentEvent } from "js-yaml";

/** The handles that `%TAG` lines declare, with what they stand for. */
export type TagHandles = ReadonlyMap<string, string>;

/** The handles of a document, or `undefined` where it declares none. */
export function tagHandlesOf({ directives }: DocumentEvent): TagHandles | undefined {
  if (directives.length === 0) return undefined;
  const declared = directives.flatMap((line) => line.kind === "tag" ? [[line.handle, line.prefix] as const] : []);
  return new Map(declared);
}

/** Writes a tag in full: `!!str` is `tag:yaml.org,2002:str`, and `!` stays as it is. */
export function readTagName(tag: string, handles: TagHandles | undefined): string {
  if (tag.startsWith("!<")) return tag.slice(2, -1);
  const handle = /^!(?:[0-9A-Za-z-]*!)?/.exec(tag)?.[0] ?? "";
  const prefix = handles?.get(handle) ?? (handle === "!!" ? "tag:yaml.org,2002:" : handle);
  return prefix + tag.slice(handle.length);
}
