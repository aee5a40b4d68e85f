import { emitExplanation } from "../explain/emit-explanation.ts";
import { findField } from "../explain/find-field.ts";
import { mergeModels } from "../history/merge-models.ts";
import { loadModels, selectVersion } from "./load-models.ts";
import type { Options } from "./parse-options.ts";
import type { World } from "./world.ts";

/** Explains a field from the built-in schemas, with the history of the versions up to the one asked for. */
export async function runExplain(world: World, path: string, options: Options): Promise<string> {
  const store = await world.openSchemas();
  const version = selectVersion(store, options.kubernetesVersion);
  // Newest first; versions without a gap of years before them tell more than they cost.
  const older = store.versions.slice(store.versions.indexOf(version)).filter((known) =>
    minorOf(version) - minorOf(known) < 10
  );
  const { models } = await loadModels(store, { versions: older.join(","), crds: options.crds });
  const [newest] = models.slice(-1);
  if (!newest) throw new RangeError(`Cannot explain "${path}": there is no schema of ${version}`);
  const found = findField(newest, path, options.apiVersion);
  const columns = Number(world.env.COLUMNS);
  return emitExplanation(newest, found, {
    history: mergeModels(models).history,
    isRecursive: options.recursive,
    hasColour: world.stdout.isTTY === true && !world.env.NO_COLOR,
    width: Number.isSafeInteger(columns) && columns >= 40 ? Math.min(columns, 120) : 80,
  });
}

function minorOf(version: string): number {
  return Number(/^v1\.(\d+)/.exec(version)?.[1] ?? 0);
}
