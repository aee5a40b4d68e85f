/** After this time what is not watched is read again. */
const maxAgeMs = 60_000;

/** Reads under a key, or gives what was read under the same key before. */
export type KeptRead<T> = (key: string, read: () => Promise<T>) => Promise<T>;

/**
 * Keeps what was read in addition to a watch: it is read again when the key has changed, and once a minute.
 *
 * An API server that has just started refuses everybody (403) until it has read its roles; so one refusal is not news.
 */
export function createKeptRead<T>(now: () => Date, isRefused: (found: T) => boolean): KeptRead<T> {
  let last: { readonly key: string; readonly atMs: number; readonly found: T } | undefined;
  let wasRefused = false;
  return async (key, read) => {
    const atMs = now().getTime();
    if (last !== undefined && last.key === key && atMs - last.atMs < maxAgeMs) return last.found;
    const found = await read();
    const mayPass = isRefused(found) && last !== undefined && !isRefused(last.found) && !wasRefused;
    wasRefused = mayPass;
    if (mayPass && last !== undefined) return last.found;
    last = { key, atMs, found };
    return found;
  };
}
