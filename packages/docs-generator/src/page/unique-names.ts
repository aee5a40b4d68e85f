/** Gives each name out once: the first request gets the name itself, later ones get it with a number. */
export class UniqueNames {
  readonly #taken = new Set<string>();

  take(wanted: string): string {
    let name = wanted;
    for (let count = 2; this.#taken.has(name); count++) name = `${wanted}~${count}`;
    this.#taken.add(name);
    return name;
  }
}

/** Writes a character as its number, `_2f_`, where an id or a path cannot contain it. A callback for `replace()`. */
export function numbered(character: string): string {
  return `_${(character.codePointAt(0) ?? 0).toString(16)}_`;
}
