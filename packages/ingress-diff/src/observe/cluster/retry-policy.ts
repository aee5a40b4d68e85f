import type { ApiError } from "./api-error.ts";

/** How often a request is sent again, at most. */
export const retryLimit = 5;

const firstPauseMs = 200;
const longestPauseMs = 5_000;

/** What is known when a request has failed. */
export interface FailedAttempt {
  readonly error: ApiError;
  /** How often it was sent before this time. */
  readonly earlierCount: number;
  /** Whether the server has answered anything at all so far. */
  readonly hasAnswered: boolean;
  /** From 0 to 1, so that many callers do not come back at the same moment. */
  readonly jitter: number;
}

/**
 * How long to wait before a request is sent again; `undefined` if that is of no use.
 *
 * Sent again: what the server asks for (429, and any 5xx with `Retry-After`), what a proxy answers for a server that is
 * restarting (502, 503, 504), and answers that were cut off. A server that never answered is not waited for: that is
 * most often a wrong address. The pause doubles each time, and half of it is chance.
 *
 * @see {@link https://kubernetes.io/docs/concepts/cluster-administration/flow-control/}
 */
export function pauseBeforeRetry({ error, earlierCount, hasAnswered, jitter }: FailedAttempt): number | undefined {
  if (earlierCount >= retryLimit || !isPassing(error, hasAnswered)) return undefined;
  const pauseMs = Math.min(firstPauseMs * 2 ** earlierCount, longestPauseMs) * (0.5 + jitter / 2);
  return Math.max(pauseMs, error.retryAfterMs ?? 0);
}

function isPassing({ reason, retryAfterMs }: ApiError, hasAnswered: boolean): boolean {
  if (reason === "broken") return true;
  if (reason === "connection") return hasAnswered;
  if (typeof reason !== "number") return false;
  return [429, 502, 503, 504].includes(reason) || (reason >= 500 && retryAfterMs !== undefined);
}

/**
 * Reads the header `Retry-After`: seconds, or a date.
 *
 * @param nowMs Milliseconds since 1970, to count from.
 * @see {@link https://www.rfc-editor.org/rfc/rfc9110#name-retry-after}
 */
export function parseRetryAfter(value: string | undefined, nowMs: number): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d+$/.test(value.trim())) return Number(value) * 1000;
  const dateMs = Date.parse(value);
  return Number.isNaN(dateMs) ? undefined : Math.max(0, dateMs - nowMs);
}
