import { type Call, exitCode, hasColor, terminalWidth } from "@kubeschema/command-kit";
import { emitExplanation } from "../../explain/emit-explanation.ts";
import { findField } from "../../explain/find-field.ts";
import { mergeModels } from "../../history/merge-models.ts";
import { findOrRefuse } from "../find-or-refuse.ts";
import { loadModels } from "../load-models.ts";
import { selectVersion } from "../select-versions.ts";
import type { DocsWorld } from "../world.ts";
import type { ExplainOptions } from "./explain-command.ts";

/** Explains a field from the built-in schemas, with the history of the versions up to the selected one. */
export async function runExplain(options: ExplainOptions, { world, operands }: Call<DocsWorld>): Promise<number> {
  const [path = ""] = operands;
  const store = await world.openSchemas();
  const version = selectVersion(store, options.kubernetesVersion);
  // Newest first; versions that follow each other without a gap of years tell more than they cost.
  const versions = store.versions.slice(store.versions.indexOf(version)).filter((known) =>
    minorOf(version) - minorOf(known) < 10
  );
  const { models } = await loadModels(store, { versions, crds: options.crds });
  const [newest] = models.slice(-1);
  if (!newest) throw new RangeError(`Cannot explain "${path}": there is no schema of ${version}`);
  const found = findOrRefuse(() => findField(newest, path, options.apiVersion));
  world.stdout.write(emitExplanation(newest, found, {
    history: mergeModels(models).history,
    isRecursive: options.recursive,
    hasColour: hasColor(world.stdout, world.env),
    width: Math.min(terminalWidth(world.stdout, world.env), 120),
  }));
  return exitCode.ok;
}

function minorOf(version: string): number {
  return Number(/^v1\.(\d+)/.exec(version)?.[1] ?? 0);
}
