import { type Call, exitCode } from "@kubeschema/command-kit";
import { driftExitCode, type DriftReport } from "../../drift/drift-report.ts";
import { compareWithLive } from "../compare-with-live.ts";
import type { IngressDiffWorld } from "../ingress-diff-world.ts";
import { textLook } from "../text-look.ts";
import type { DiffOptions } from "./diff-command.ts";

/**
 * Compares manifests with a cluster or a snapshot, and prints what applying them would change.
 *
 * @returns 0 if nothing would change, 1 if something would, 2 if that could not be told.
 */
export async function runDiff(options: DiffOptions, { world }: Call<IngressDiffWorld>): Promise<number> {
  const { ignore: ignorePaths, ignoreManager: ignoreManagers, ignoreOrder: ignoresOrder } = options;
  const report = await compareWithLive(options, world, { ignorePaths, ignoreManagers, ignoresOrder });
  world.stdout.write(await format(report, options, world));
  return options.exitZero ? exitCode.ok : driftExitCode(report);
}

async function format(report: DriftReport, options: DiffOptions, world: IngressDiffWorld): Promise<string> {
  switch (options.output) {
    case "json":
      return (await import("../../report/drift-json.ts")).formatJsonDrift(report);
    case "github":
      return (await import("../../report/drift-github.ts")).formatGithubDrift(report);
    case "text":
      return (await import("../../report/drift-text.ts")).formatTextDrift(report, textLook(options, world));
  }
}
