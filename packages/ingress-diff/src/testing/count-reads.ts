/** A value that counts how often its fields, and those of all within it, are read. */
export interface CountedValue<T> {
  readonly value: T;
  readonly count: () => number;
}

/**
 * Wraps plain data so that each read of a field is counted: a measure of work that is the same on every machine. The same
 * object is always wrapped as the same object, so that maps by identity go on to work.
 */
export function countReads<T extends object>(root: T): CountedValue<T> {
  let count = 0;
  const wrapped = new WeakMap<object, object>();
  const wrap = (object: object): object => {
    const known = wrapped.get(object);
    if (known !== undefined) return known;
    const proxy = new Proxy(object, {
      get: (target, key) => {
        count++;
        const value: unknown = Reflect.get(target, key, target);
        return isPlain(value) ? wrap(value) : value;
      },
    });
    wrapped.set(object, proxy);
    return proxy;
  };
  return { value: wrap(root) as T, count: () => count }; // A Proxy has the type of what it wraps.
}

function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === Array.prototype;
}
