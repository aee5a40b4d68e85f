import type { GroupVersionKind } from "@kubeschema/model";
import { numbered, UniqueNames } from "../page/unique-names.ts";

/**
 * Gives every page a file of its own, in lower case, since some file systems ignore case. Names that differ only in
 * case, or in characters that a path cannot contain, get a number.
 */
export class SitePaths {
  readonly #names = new UniqueNames();

  /** `networking.k8s.io/v1/ingress.html`; the core group is `core`. */
  ofKind({ group, version, kind }: GroupVersionKind): string {
    return this.#take(`${segment(group === "" ? "core" : group)}/${segment(version)}/${segment(kind)}`);
  }

  /** `types/io.k8s.api.core.v1.podspec.html`. */
  ofType(definition: string): string {
    return this.#take(`types/${segment(definition)}`);
  }

  #take(wanted: string): string {
    return `${this.#names.take(wanted)}.html`;
  }
}

/** Makes a part of a path that no file system and no URL misreads. */
function segment(text: string): string {
  const safe = text.toLowerCase().replace(/[^a-z0-9._-]/gu, numbered);
  // Neither "." nor "..", nor a hidden file, nor a name that is too long for file systems.
  return safe.replace(/^\.+/, "_").slice(0, 200) || "_";
}

/** Returns the relative path from a page to the site's folder: `../../`, or nothing. */
export function rootFrom(path: string): string {
  return "../".repeat(path.split("/").length - 1);
}
