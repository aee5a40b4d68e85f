import { type Command, defineCommand, type FlagTable } from "@kubeschema/command-kit";
import { connectionFlags, type ConnectionOptions } from "../flags/connection-flags.ts";
import { checkManifests, ignoreFlags, type IgnoreOptions } from "../flags/manifest-flags.ts";
import { manifestFlag, type ManifestOptions, usualNamespaceFlag } from "../flags/manifest-flags.ts";
import type { UsualNamespaceOptions } from "../flags/manifest-flags.ts";
import { detailFlag, type DetailOptions, exitFlag, type ExitOptions, outputFlag } from "../flags/output-flags.ts";
import { checkSource, snapshotFlag, type SnapshotOptions } from "../flags/snapshot-flag.ts";
import type { IngressDiffWorld } from "../ingress-diff-world.ts";

/** What to compare with what, and how to print it. */
export interface DiffOptions
  extends
    ManifestOptions,
    IgnoreOptions,
    UsualNamespaceOptions,
    DetailOptions,
    ExitOptions,
    SnapshotOptions,
    ConnectionOptions {
  readonly output: "text" | "json" | "github";
}

/** The flags of `diff`. */
const diffFlags: FlagTable<DiffOptions> = {
  ...manifestFlag,
  ...ignoreFlags,
  ...usualNamespaceFlag,
  ...outputFlag("text", "json", "github"),
  ...detailFlag,
  ...exitFlag,
  ...snapshotFlag,
  ...connectionFlags,
};

/** `diff`: what applying manifests would change. */
export const diffCommand: Command<IngressDiffWorld> = defineCommand<DiffOptions, IngressDiffWorld>({
  summary: "tell what applying manifests would change, and who owns it",
  description:
    "Tells what kubectl apply would change about Ingresses, and who owns each field. Nothing is changed: the right to " +
    "get or list Ingresses is enough.",
  examples: ["ingress-diff diff -f k8s/ -n shop", "kubectl kustomize overlays/prod | ingress-diff diff -f -"],
  flags: diffFlags,
  check: (options) => {
    checkManifests(options);
    checkSource(options);
  },
  run: async (options, call) => (await import("./diff.ts")).runDiff(options, call),
});
