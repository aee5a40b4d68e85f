import { type Command, defineCommand, type FlagTable, inGroup, switchFlag } from "@kubeschema/command-kit";
import { connectionFlags, type ConnectionOptions } from "../flags/connection-flags.ts";
import { checkManifests, manifestFlag, type ManifestOptions, usualNamespaceFlag } from "../flags/manifest-flags.ts";
import { detailFlag, type DetailOptions, exitFlag, type ExitOptions, outputFlag } from "../flags/output-flags.ts";
import type { ScopeOptions } from "../flags/scope-flags.ts";
import { judgementFlags, type JudgementOptions } from "../flags/settings-flags.ts";
import { checkSource, snapshotFlag, type SnapshotOptions } from "../flags/snapshot-flag.ts";
import { timeFlag, type TimeOptions } from "../flags/time-flag.ts";
import type { IngressDiffWorld } from "../ingress-diff-world.ts";

/** What to plan, and how to print it. */
export interface PlanOptions
  extends
    ManifestOptions,
    ScopeOptions,
    DetailOptions,
    ExitOptions,
    JudgementOptions,
    TimeOptions,
    SnapshotOptions,
    ConnectionOptions {
  readonly output: "text" | "json";
}

/** The flags of `plan`. */
const planFlags: FlagTable<PlanOptions> = {
  ...manifestFlag,
  ...usualNamespaceFlag,
  ...inGroup<Pick<PlanOptions, "allNamespaces">>("Manifests", {
    allNamespaces: switchFlag({ short: "A", help: "read every namespace: another one may have a route, too" }),
  }),
  ...outputFlag("text", "json"),
  ...detailFlag,
  ...exitFlag,
  ...judgementFlags,
  ...timeFlag,
  ...snapshotFlag,
  ...connectionFlags,
};

/** `plan`: what would come of applying manifests. */
export const planCommand: Command<IngressDiffWorld> = defineCommand<PlanOptions, IngressDiffWorld>({
  summary: "tell which routes and findings applying manifests would bring, change or end",
  description:
    "Tells which routes and findings would appear, disappear or change if these manifests were applied. Nothing is " +
    "changed. It exits with 1 if an error would appear.",
  examples: ["ingress-diff plan -f k8s/", "kubectl kustomize overlays/prod | ingress-diff plan -f - -A"],
  flags: planFlags,
  check: (options) => {
    checkManifests(options);
    checkSource(options);
  },
  run: async (options, call) => (await import("./plan.ts")).runPlan(options, call),
});
