import { fileURLToPath } from "node:url";
import { runWithMemory } from "./child-process.ts";
import type { Measurement } from "./measurement.ts";

const cwd: string = fileURLToPath(new URL("../../..", import.meta.url));

/** Times code generation without the cache, and a build for which everything is in the cache. */
export async function measureBuild(): Promise<readonly Measurement[]> {
  const generate = await runWithMemory("npm", ["run", "generate", "--", "--force"], { cwd });
  await runWithMemory("npm", ["run", "build"], { cwd });
  const cached = await runWithMemory("npm", ["run", "build"], { cwd });
  if (!/(\d+) cached, \1 total/.test(cached.stdout)) {
    throw new Error(`Cannot measure a cached build: not everything came from the cache\n${cached.stdout}`);
  }
  return [
    { name: "npm run generate, uncached", wallMs: generate.wallMs, peakBytes: generate.peakBytes },
    { name: "npm run build, cached", wallMs: cached.wallMs, peakBytes: cached.peakBytes },
  ];
}
