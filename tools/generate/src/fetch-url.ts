import { InputError } from "./input-error.ts";

/** The reason why a source could not be reached: not an error as long as another one can. */
export interface Unreachable {
  readonly reason: string;
}

const timeoutMs = 60_000;

/**
 * Downloads a pinned document.
 *
 * @returns The bytes, or the reason where the host cannot be reached.
 * @throws {InputError} If the host answers but has no such file.
 */
export async function fetchUrl(url: string, fetch: typeof globalThis.fetch): Promise<Buffer | Unreachable> {
  let response: Response;
  try {
    response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
    if (response.ok) return Buffer.from(await response.arrayBuffer());
  } catch (cause) {
    return { reason: `${new URL(url).host} cannot be reached (${reasonOf(cause)})` };
  }
  if (response.status === 429 || response.status >= 500) {
    return { reason: `${new URL(url).host} answers ${response.status} ${response.statusText}` };
  }
  throw new InputError(
    `Cannot fetch ${url}: ${response.status} ${response.statusText}. Try: correct the URL in tools/generate/inputs.json`,
  );
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  // fetch() hides the reason that people want to see in the cause.
  return cause.cause instanceof Error ? cause.cause.message : cause.message;
}
