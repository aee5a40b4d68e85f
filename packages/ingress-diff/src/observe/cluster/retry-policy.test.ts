import { expect, test } from "vitest";
import { ApiError } from "./api-error.ts";
import { parseRetryAfter, pauseBeforeRetry } from "./retry-policy.ts";

const attempt = (error: ApiError, fields: object = {}): number | undefined =>
  pauseBeforeRetry({ error, earlierCount: 0, hasAnswered: true, jitter: 1, ...fields });

test.each(
  [
    { reason: 429, want: 200 },
    { reason: 503, want: 200 },
    { reason: "broken", want: 200 },
    { reason: "connection", want: 200 },
    { reason: 400, want: undefined },
    { reason: 401, want: undefined },
    { reason: 403, want: undefined },
    { reason: 404, want: undefined },
    { reason: 410, want: undefined },
    { reason: 500, want: undefined },
    { reason: "tls", want: undefined },
    { reason: "timeout", want: undefined },
    { reason: "answer", want: undefined },
  ] as const,
)("pauseBeforeRetry() gives $want ms after $reason", ({ reason, want }) => {
  expect(attempt(new ApiError(reason, ""))).toBe(want);
});

test("pauseBeforeRetry() doubles the pause, with half of it left to chance, and ends", () => {
  const error = new ApiError(503, "");
  const pauses = (jitter: number) => [0, 1, 2, 4, 5].map((earlierCount) => attempt(error, { earlierCount, jitter }));
  expect(pauses(1)).toEqual([200, 400, 800, 3200, undefined]);
  expect(pauses(0)).toEqual([100, 200, 400, 1600, undefined]);
});

test("pauseBeforeRetry() waits for a 500 only if the server asks to", () => {
  expect(attempt(new ApiError(500, "", { retryAfterMs: 1000 }))).toBe(1000);
});

test("pauseBeforeRetry() does not wait for a server that has never answered", () => {
  expect(attempt(new ApiError("connection", ""), { hasAnswered: false })).toBeUndefined();
});

test.each([
  { value: undefined, want: undefined },
  { value: "0", want: 0 },
  { value: "7", want: 7000 },
  { value: "Mon, 01 Jun 2026 00:00:05 GMT", want: 5000 },
  { value: "Mon, 01 Jun 2020 00:00:05 GMT", want: 0 },
  { value: "soon", want: undefined },
])("parseRetryAfter() reads $value as $want", ({ value, want }) => {
  expect(parseRetryAfter(value, Date.parse("2026-06-01T00:00:00Z"))).toBe(want);
});
