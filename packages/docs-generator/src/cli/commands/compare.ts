import { type Call, exitCode } from "@kubeschema/command-kit";
import { compareSchemas } from "@kubeschema/model";
import {
  type Comparison,
  emitComparisonJson,
  emitComparisonMarkdown,
  emitComparisonText,
} from "../../compare/emit-comparison.ts";
import { selectVersion } from "../select-versions.ts";
import type { CompareOptions } from "./compare-command.ts";
import type { DocsWorld } from "../world.ts";

const writers: Readonly<Record<CompareOptions["output"], (comparison: Comparison) => string>> = {
  text: emitComparisonText,
  markdown: emitComparisonMarkdown,
  json: emitComparisonJson,
};

/** Prints the changes between two releases; the exit code says whether there are any. */
export async function runCompare({ output }: CompareOptions, { world, operands }: Call<DocsWorld>): Promise<number> {
  const [before, after] = operands;
  const store = await world.openSchemas();
  const [old, current] = [selectVersion(store, before), selectVersion(store, after)];
  const changes = compareSchemas(await store.read(old), await store.read(current));
  world.stdout.write(writers[output]({ before: old, after: current, changes }));
  return changes.length > 0 ? exitCode.different : exitCode.ok;
}
