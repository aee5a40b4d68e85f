/** Gives every place of a page an id of its own: whoever asks first for an id gets it as asked. */
export class FieldIds {
  readonly #taken = new Set<string>();

  /** The ids of fields are their dotted paths, as `kubectl explain` takes them. */
  ofPath(path: readonly string[]): string {
    return this.take(path.join("."));
  }

  /** An id from any text. */
  take(text: string): string {
    const wanted = text.replace(UNSAFE, (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}_`) || "_";
    let id = wanted;
    for (let count = 2; this.#taken.has(id); count++) id = `${wanted}~${count}`;
    this.#taken.add(id);
    return id;
  }
}

// What may stand in an HTML id, in a URL fragment and in a Markdown link without being escaped anywhere.
const UNSAFE = /[^A-Za-z0-9._$-]/gu;
