import { createTestWorld, type TestWorld, type TestWorldOptions } from "./test-world.ts";

/** How a run ended, and what it wrote. */
export interface TestRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Files that it wrote, by path. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Runs a command in a world of a few values. */
export async function runInTestWorld(
  main: (world: TestWorld) => Promise<number>,
  args: readonly string[],
  options: TestWorldOptions = {},
): Promise<TestRun> {
  const world = createTestWorld(args, options);
  const code = await main(world);
  return { code, ...world.written };
}
