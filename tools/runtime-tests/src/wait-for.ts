import { setTimeout as sleep } from "node:timers/promises";

/** Reads repeatedly until the value is as wanted, for two minutes at most, and returns the last value. */
export async function waitFor<T>(read: () => Promise<T>, isDone: (value: T) => boolean): Promise<T> {
  const deadlineMs = Date.now() + 120_000;
  for (;;) {
    const value = await read();
    if (isDone(value) || Date.now() > deadlineMs) return value;
    await sleep(100);
  }
}
