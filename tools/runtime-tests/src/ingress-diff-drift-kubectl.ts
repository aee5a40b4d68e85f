import { chmod, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { findBinaries } from "@kubeschema-tools/apiserver";
import { type CommandResult, runCommand } from "./run-command.ts";

/** kubectl as the administrator, with a home folder of its own. */
export interface Kubectl {
  readonly run: (...args: readonly string[]) => Promise<CommandResult>;
  /**
   * Finds out with `kubectl diff` which of some manifests would change something.
   *
   * @returns The names of those that would.
   * @throws {Error} If it fails (exit code over 1).
   */
  readonly diff: (manifests: readonly { readonly name: string; readonly manifest: object }[]) => Promise<Set<string>>;
}

/** At most five requests a second each, as old versions of kubectl limit themselves. */
const processCount = 6;

/** Uses the kubectl next to the API server, and keeps its files in a folder. */
export async function createKubectl(kubeconfigPath: string, folder: string): Promise<Kubectl> {
  const binaries = findBinaries(process.env);
  if (binaries === undefined) throw new Error("Cannot run kubectl: there is no API server, and kubectl is next to it");
  const program = join(binaries, "kubectl");
  const differ = join(folder, "compare-folders");
  const script = fileURLToPath(new URL("ingress-diff-drift-compare.ts", import.meta.url));
  await writeFile(differ, `#!/bin/sh\nexec '${process.execPath}' '${script}' "$@"\n`);
  await chmod(differ, 0o755);
  const run = (...args: readonly string[]): Promise<CommandResult> =>
    runCommand(program, ["--kubeconfig", kubeconfigPath, ...args], {
      env: { HOME: folder, KUBECTL_EXTERNAL_DIFF: differ },
    });
  let runCount = 0;
  return {
    run,
    diff: async (manifests) => {
      const at = join(folder, `diff-${++runCount}`);
      const size = Math.ceil(manifests.length / processCount);
      const results = await Promise.all(
        Array.from({ length: processCount }, (_, index) => manifests.slice(index * size, (index + 1) * size))
          .filter((part) => part.length > 0)
          .map(async (part, index) => {
            await writeManifests(join(at, String(index)), part);
            return await run("diff", "-f", join(at, String(index)));
          }),
      );
      await rm(at, { recursive: true });
      const failed = results.find(({ code }) => code !== 0 && code !== 1);
      if (failed !== undefined) throw new Error(`kubectl diff failed with ${failed.code}: ${failed.stderr}`);
      return new Set(results.flatMap(({ stdout }) => stdout.split("\n").filter((line) => line !== "")));
    },
  };
}

/** Writes each manifest to a file of its own. */
export async function writeManifests(
  folder: string,
  manifests: readonly { readonly name: string; readonly manifest: object }[],
): Promise<void> {
  await mkdir(folder, { recursive: true });
  await Promise.all(
    manifests.map(({ name, manifest }) => writeFile(join(folder, `${name}.json`), JSON.stringify(manifest))),
  );
}
