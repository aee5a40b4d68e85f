import { numbered, UniqueNames } from "./unique-names.ts";

/** Gives every place of a page an id of its own: whoever asks first for an id gets it as asked. */
export class FieldIds {
  readonly #names = new UniqueNames();

  /** The ids of fields are their dotted paths, as `kubectl explain` takes them. */
  ofPath(path: readonly string[]): string {
    return this.take(path.join("."));
  }

  /** An id from any text. */
  take(text: string): string {
    return this.#names.take(text.replace(UNSAFE, numbered) || "_");
  }
}

// What may stand in an HTML id, in a URL fragment and in a Markdown link without being escaped anywhere.
const UNSAFE = /[^A-Za-z0-9._$-]/gu;
