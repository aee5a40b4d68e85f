import type { GroupVersionKind } from "@kubeschema/model";
import { numbered, UniqueNames } from "../page/unique-names.ts";

/**
 * Gives every page a file of its own, in lower case, since some file systems know no other. Whoever asks first gets the
 * path as asked; names that differ only in case, or in what cannot stand in a path, get a number.
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

/** A part of a path that no file system and no URL takes for anything else. */
function segment(text: string): string {
  const safe = text.toLowerCase().replace(/[^a-z0-9._-]/gu, numbered);
  // Neither "." nor "..", nor a hidden file, nor a name beyond what file systems take.
  return safe.replace(/^\.+/, "_").slice(0, 200) || "_";
}

/** The way from a page to the site's folder: `../../`, or nothing. */
export function rootFrom(path: string): string {
  return "../".repeat(path.split("/").length - 1);
}
