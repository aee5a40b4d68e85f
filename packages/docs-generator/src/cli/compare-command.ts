import { compareSchemas } from "@kubeschema/model";
import {
  type Comparison,
  emitComparisonJson,
  emitComparisonMarkdown,
  emitComparisonText,
} from "../compare/emit-comparison.ts";
import { selectVersion } from "./load-models.ts";
import type { Options } from "./parse-options.ts";
import { UsageError } from "./usage-error.ts";
import type { World } from "./world.ts";

const WRITERS: Readonly<Record<string, (comparison: Comparison) => string>> = {
  text: emitComparisonText,
  markdown: emitComparisonMarkdown,
  json: emitComparisonJson,
};

/**
 * Compares two versions of Kubernetes.
 *
 * @returns The text, and whether anything differs.
 */
export async function runCompare(
  world: World,
  [before, after]: readonly [string, string],
  { output = "text" }: Options,
): Promise<{ readonly text: string; readonly isDifferent: boolean }> {
  const write = Object.hasOwn(WRITERS, output) ? WRITERS[output] : undefined;
  if (!write) throw new UsageError(`Cannot print "${output}": expected text, markdown or json`);
  const store = await world.openSchemas();
  const [old, current] = [selectVersion(store, before), selectVersion(store, after)];
  const changes = compareSchemas(await store.read(old), await store.read(current));
  return { text: write({ before: old, after: current, changes }), isDifferent: changes.length > 0 };
}
