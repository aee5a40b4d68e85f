import { Session } from "node:inspector/promises";

/**
 * Counts the calls of our own functions during some work, callbacks included: a measure that is the same on every
 * machine and under every load. The work inside built-ins such as `includes()` is not counted.
 */
export async function countSteps(action: () => void): Promise<number> {
  const session = new Session();
  session.connect();
  try {
    await session.post("Profiler.enable");
    await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
    action();
    const { result } = await session.post("Profiler.takePreciseCoverage");
    const ours = result.filter(({ url }) => /\/packages\/(?:docs-generator|model)\/src\//.test(url));
    return ours.flatMap(({ functions }) => functions).flatMap(({ ranges }) => ranges)
      .reduce((sum, { count }) => sum + count, 0);
  } finally {
    session.disconnect();
  }
}
