const unitsMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** A timer of Node holds at most 2^31 - 1 milliseconds. */
const timerLimitMs = 2 ** 31;

/**
 * Reads a time span such as `500ms`, `30s`, `1m30s`, `1h` or `14d`; a bare number counts seconds.
 *
 * @param limitMs What it must stay under.
 * @returns Milliseconds; `undefined` if it is not a time span, or not more than nothing.
 */
export function parseDuration(value: string, limitMs: number = timerLimitMs): number | undefined {
  const text = /^\d+(\.\d+)?$/.test(value) ? `${value}s` : value;
  if (!/^(\d+(\.\d+)?(ms|s|m|h|d))+$/.test(text)) return undefined;
  const parts = [...text.matchAll(/([\d.]+)(ms|s|m|h|d)/g)];
  const ms = parts.reduce((sum, [, number, unit = "s"]) => sum + Number(number) * (unitsMs[unit] ?? 0), 0);
  return ms > 0 && ms < limitMs ? ms : undefined;
}
