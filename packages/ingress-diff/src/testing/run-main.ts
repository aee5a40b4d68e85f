import { createTestWorld, type TestRun, type TestWorldOptions } from "@kubeschema/command-kit/testing";
import type { IngressDiffWorld } from "../cli/ingress-diff-world.ts";
import { main } from "../cli/main.ts";

/** What a test puts in the place of the real world. */
export type RunOptions = Omit<TestWorldOptions, "files"> & Partial<Pick<IngressDiffWorld, "importModule">>;

/** Runs the command in a world that holds nothing but some files. */
export async function runMain(
  args: readonly string[],
  files: Readonly<Record<string, string | Uint8Array>> = {},
  { importModule = async () => ({}), ...options }: RunOptions = {},
): Promise<TestRun> {
  const world = createTestWorld(args, { ...options, files });
  const code = await main({ ...world, importModule, demoPath: "demo.json" });
  return { code, ...world.written };
}
