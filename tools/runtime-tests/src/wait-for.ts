import { setTimeout as sleep } from "node:timers/promises";

/** Reads again and again until it is as wanted, for two minutes at most, and returns what was read last. */
export async function waitFor<T>(read: () => Promise<T>, isDone: (value: T) => boolean): Promise<T> {
  const deadlineMs = Date.now() + 120_000;
  for (;;) {
    const value = await read();
    if (isDone(value) || Date.now() > deadlineMs) return value;
    await sleep(100);
  }
}
