/** Runs tasks, only so many at a time; the others wait in line. */
export function createGate(limit: number): <T>(task: () => Promise<T>) => Promise<T> {
  let runningCount = 0;
  const waiting: (() => void)[] = [];
  return async (task) => {
    // Whoever leaves passes the place on, so the count does not change in between.
    if (runningCount >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
    else runningCount++;
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next === undefined) runningCount--;
      else next();
    }
  };
}
