/**
 * The order in which CPython 2.7 (64-bit) iterates over a dict of strings.
 *
 * The tools behind the seed pages ran on it, and the order decides on which line of the original source a property is.
 *
 * @see {@link https://github.com/python/cpython/blob/2.7/Objects/dictobject.c}
 */
export class PythonDict {
  #slots: (string | undefined)[] = Array.from({ length: 8 });
  #used = 0;

  /** A dict with keys inserted one after another. */
  static ofInsertions(keys: Iterable<string>): PythonDict {
    const dict = new PythonDict();
    for (const key of keys) dict.#insert(key);
    return dict;
  }

  /** Returns a new dict after `update(this)`: it is sized for the other's keys before they are added. */
  updatedCopy(): PythonDict {
    const copy = new PythonDict();
    if (this.#used * 3 >= copy.#slots.length * 2) copy.#resize(this.#used * 2);
    for (const key of this.keys()) copy.#place(key);
    return copy;
  }

  keys(): readonly string[] {
    return this.#slots.filter((key) => key !== undefined);
  }

  #insert(key: string): void {
    if (this.#place(key) && this.#used * 3 >= this.#slots.length * 2) this.#resize(this.#used * 4);
  }

  /** Puts a key into its slot, and tells whether it is new. */
  #place(key: string): boolean {
    const mask = BigInt(this.#slots.length - 1);
    const hash = hashOf(key);
    let perturb = hash;
    let index = hash & mask;
    for (; this.#slots[Number(index)] !== undefined; perturb >>= 5n) {
      if (this.#slots[Number(index)] === key) return false;
      index = (5n * index + 1n + perturb) & mask;
    }
    this.#slots[Number(index)] = key;
    this.#used++;
    return true;
  }

  #resize(moreThan: number): void {
    const keys = this.keys();
    let size = 8;
    while (size <= moreThan) size *= 2;
    this.#slots = Array.from({ length: size });
    this.#used = 0;
    for (const key of keys) this.#place(key);
  }
}

function hashOf(key: string): bigint {
  const bytes = new TextEncoder().encode(key);
  if (bytes.length === 0) return 0n;
  let hash = BigInt(bytes[0] ?? 0) << 7n;
  for (const byte of bytes) hash = BigInt.asUintN(64, 1_000_003n * hash) ^ BigInt(byte);
  return hash ^ BigInt(bytes.length);
}
