import { UsageError } from "./usage-error.ts";

/**
 * Reads the value of a flag that has one of a few values.
 *
 * @throws {UsageError} If it is none of them.
 */
export function parseChoice<Choice extends string>(flag: string, value: string, choices: readonly Choice[]): Choice {
  const choice = choices.find((candidate) => candidate === value);
  if (choice !== undefined) return choice;
  const quoted = choices.map((candidate) => `"${candidate}"`);
  const last = quoted.pop() ?? "";
  throw new UsageError(`${flag} expects ${quoted.join(", ")} or ${last}, found "${value}"`);
}

/**
 * Reads a place in a list, counted from 0.
 *
 * @throws {UsageError} If it is none.
 */
export function parseIndex(flag: string, value: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new UsageError(`${flag} expects a whole number from 0 on, found "${value}"`);
}

/**
 * Reads where to listen, such as `:9090`, `127.0.0.1:9090` or `[::1]:9090`.
 *
 * @throws {UsageError} If it is no address.
 */
export function parseListenAddress(flag: string, value: string): { readonly host?: string; readonly port: number } {
  const [, ipv6, name, port] = /^(?:\[([\da-fA-F:.%\w]+)\]|([\w.-]*)):(\d{1,5})$/.exec(value) ?? [];
  const host = ipv6 ?? name;
  if (Number(port) <= 65_535) return { ...(host === undefined || host === "" ? {} : { host }), port: Number(port) };
  throw new UsageError(`${flag} expects an address such as :9090 or 127.0.0.1:9090, found "${value}"`);
}

/** One of several equal shares. */
export interface Share {
  /** From 0. */
  readonly index: number;
  readonly count: number;
}

/**
 * Reads a share of several, such as `0/4`, the first of four.
 *
 * @throws {UsageError} If it is none, or there are not so many.
 */
export function parseShare(flag: string, value: string): Share {
  const [, index, count] = /^(\d{1,9})\/(\d{1,9})$/.exec(value) ?? [];
  const share = { index: Number(index), count: Number(count) };
  if (share.index < share.count) return share;
  throw new UsageError(`${flag} expects a share such as 0/4, the first of four, or 3/4, the last, found "${value}"`);
}

/**
 * Reads a date, or a date and time with a zone, of RFC 3339.
 *
 * @throws {UsageError} If it is none.
 */
export function parseTime(flag: string, value: string): string {
  const isTime = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/.test(value);
  if (isTime && !Number.isNaN(Date.parse(value))) return value;
  throw new UsageError(`${flag} expects a time such as 2026-01-31T08:00:00Z, found "${value}"`);
}

/**
 * Reads a time span such as `500ms`, `30s`, `1m30s`, `1h` or `14d`; a bare number counts seconds.
 *
 * @param limitMs What it must stay under; a timer of Node holds at most 2^31 - 1 milliseconds.
 * @throws {UsageError} If it is none, or not more than nothing.
 */
export function parseDuration(flag: string, value: string, limitMs: number = 2 ** 31): number {
  const text = /^\d+(\.\d+)?$/.test(value) ? `${value}s` : value;
  if (/^(\d+(\.\d+)?(ms|s|m|h|d))+$/.test(text)) {
    const parts = [...text.matchAll(/([\d.]+)(ms|s|m|h|d)/g)];
    const ms = parts.reduce((sum, [, number, unit = "s"]) => sum + Number(number) * (unitsMs[unit] ?? 0), 0);
    if (ms > 0 && ms < limitMs) return ms;
  }
  throw new UsageError(`${flag} expects a time such as 30s, found "${value}"`);
}

const unitsMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
