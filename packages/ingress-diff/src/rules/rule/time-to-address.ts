import type { RouteSource } from "../../routes/route.ts";
import { lastStatusWrite } from "./class-switch.ts";

/** What an Ingress may take where its class does not tell: a cloud's load balancer takes minutes. */
const defaultGraceMs = 5 * 60_000;
const leastGraceMs = 2 * 60_000;
const mostGraceMs = 60 * 60_000;
/** Fewer Ingresses than this tell nothing of their class. */
const leastSampleCount = 3;

/** How long the Ingresses of a class take to get their first address. */
export interface TimeToAddress {
  /** After this an Ingress is late. */
  readonly graceMs: number;
  /** Nine in ten had theirs within this time; absent if the class does not tell. */
  readonly usualMs?: number;
}

/**
 * Measures a class by those of its Ingresses that have an address: from their creation to the last write of their status.
 *
 * A status that was written again later, as after a move to another load balancer, seems to have taken long. So what took
 * more than an hour is left out, and the grace is never more than that.
 */
export function measureTimeToAddress(sources: readonly RouteSource[]): TimeToAddress {
  const delays = sources.flatMap((source) => {
    if (source.createdAtMs === undefined) return [];
    const delayMs = (lastStatusWrite(source)?.timeMs ?? Number.NaN) - source.createdAtMs;
    return delayMs >= 0 && delayMs <= mostGraceMs ? [delayMs] : [];
  }).sort((a, b) => a - b);
  const usualMs = delays[Math.ceil(delays.length * 0.9) - 1];
  if (usualMs === undefined || delays.length < leastSampleCount) return { graceMs: defaultGraceMs };
  return { graceMs: Math.min(mostGraceMs, Math.max(leastGraceMs, usualMs * 3)), usualMs };
}

/** Says a time in the largest unit of which there are two or more, such as `90 seconds` or `3 days`. */
export function formatDuration(durationMs: number): string {
  const seconds = Math.floor(durationMs / 1000);
  if (seconds === 1) return "1 second";
  if (seconds < 120) return `${seconds} seconds`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 120) return `${minutes} minutes`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} hours` : `${Math.floor(hours / 24)} days`;
}
