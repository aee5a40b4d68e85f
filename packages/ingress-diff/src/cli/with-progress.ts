import { createProgress } from "@kubeschema/command-kit";
import type { IngressDiffWorld } from "./ingress-diff-world.ts";

/** Counters come faster than a terminal can be read. */
const intervalMs = 100;

/** Shows on a terminal that the cluster is being read, for as long as it is. */
export async function withProgress<T>(
  world: IngressDiffWorld,
  read: (show: (text: string) => void) => Promise<T>,
): Promise<T> {
  const progress = createProgress(world, { intervalMs });
  progress.show("reading the cluster");
  try {
    return await read((text) => progress.show(`reading the cluster: ${text}`));
  } finally {
    progress.clear();
  }
}
