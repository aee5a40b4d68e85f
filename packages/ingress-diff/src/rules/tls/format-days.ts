const dayMs = 86_400_000;

/** A length of time in whole days: `less than a day`, `1 day`, `3 days`. */
export function formatDays(durationMs: number): string {
  const days = Math.floor(durationMs / dayMs);
  return days === 0 ? "less than a day" : days === 1 ? "1 day" : `${days} days`;
}

/** The day of a time, in UTC: `2026-11-19`. */
export function formatDate(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 10);
}
