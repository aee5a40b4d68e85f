import { numbered, UniqueNames } from "./unique-names.ts";

/** Gives every place of a page an id of its own. */
export class FieldIds {
  readonly #names = new UniqueNames();

  /** The ids of fields are their dotted paths, as `kubectl explain` takes them. */
  ofPath(path: readonly string[]): string {
    return this.take(path.join("."));
  }

  /** Makes an id of any text. */
  take(text: string): string {
    return this.#names.take(text.replace(unsafePattern, numbered) || "_");
  }
}

// Other characters would have to be escaped in an HTML id, in a URL fragment or in a Markdown link.
const unsafePattern = /[^A-Za-z0-9._$-]/gu;
