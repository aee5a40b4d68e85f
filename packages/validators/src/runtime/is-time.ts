const rfc3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d?):(\d\d):(\d\d)((?:[.,]\d+)?)(?:Z|[+-]\d\d:\d\d)$/;

/**
 * Tells whether a value is a time as the API server reads it: RFC 3339 with a capital `T` and `Z` or an offset. Go's
 * `time.Parse` also takes an hour of one digit and a decimal comma.
 */
export function isTime(value: unknown): boolean {
  return decimalsOf(value) !== undefined;
}

/** Tells whether a value is a time with exactly six decimals, as a MicroTime must have. */
export function isMicroTime(value: unknown): boolean {
  return decimalsOf(value)?.length === 7;
}

/** The decimals of the seconds with their point, or `undefined` if the value is not a time. */
function decimalsOf(value: unknown): string | undefined {
  const match = typeof value === "string" ? rfc3339.exec(value) : null;
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, decimals] = match;
  const isOnClock = Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
  const isOnCalendar = Number(day) >= 1 && Number(day) <= daysInMonth(Number(year), Number(month));
  return isOnClock && isOnCalendar ? decimals : undefined;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
