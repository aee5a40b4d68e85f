/** Gives each name once: whoever asks first for a name gets it as requested, whoever asks later gets a number behind it. */
export class UniqueNames {
  readonly #taken = new Set<string>();

  take(wanted: string): string {
    let name = wanted;
    for (let count = 2; this.#taken.has(name); count++) name = `${wanted}~${count}`;
    this.#taken.add(name);
    return name;
  }
}

/** Writes a character by its number, `_2f_`, where it could not be part of an id or of a path. Handed to `replace()`. */
export function numbered(character: string): string {
  return `_${(character.codePointAt(0) ?? 0).toString(16)}_`;
}
