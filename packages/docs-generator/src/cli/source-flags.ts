import {
  type FlagTable,
  inGroup,
  kubernetesVersionFlag,
  listFlag,
  textFlag,
  textsFlag,
  UsageError,
} from "@kubeschema/command-kit";

/** What the pages of a site are made from. */
export interface SourceOptions {
  /** Releases, `recent` or `all`. */
  readonly versions: readonly string[];
  readonly from?: string;
  readonly kubernetesVersion?: string;
  readonly crds: readonly string[];
  readonly kinds: readonly string[];
  readonly kubeconfig?: string;
  readonly context?: string;
}

/** The flags that say what the pages of a site are made from. */
export const sourceFlags: FlagTable<SourceOptions> = inGroup("Input", {
  versions: listFlag({
    value: "LIST",
    help: "v1.35,v1.36, recent or all: pages of the newest, with the history of the others; recent, the default, is " +
      "those without a gap of two releases between them",
    completes: ["recent", "all"],
  }),
  from: textFlag({
    value: "SOURCE",
    expects: "a file, a folder or cluster",
    help: "instead: an OpenAPI document, a file or folder of CustomResourceDefinitions, or cluster, which asks kubectl",
    completes: ["FILE", "cluster"],
  }),
  kubernetesVersion: kubernetesVersionFlag({ help: "the release that --from is, or the one to read, without history" }),
  crds: textsFlag({
    value: "FILE",
    expects: "a file or a folder",
    help: "CustomResourceDefinitions beside the rest, a file or a folder",
  }),
  kinds: listFlag({ value: "KINDS", help: "only these kinds, and the types that they link to" }),
  kubeconfig: textFlag({ value: "FILE", help: "of --from cluster" }),
  context: textFlag({ value: "NAME", help: "of --from cluster" }),
});

/**
 * Sees to it that the flags fit together.
 *
 * @throws {UsageError} If not.
 */
export function checkSource({ from, versions, context, kubeconfig }: SourceOptions): void {
  if (from !== undefined && versions.length > 0) {
    throw new UsageError("--versions does not go with --from: what that names is one version", {
      hint: "--kubernetes-version",
    });
  }
  if (from !== "cluster" && (context ?? kubeconfig) !== undefined) {
    throw new UsageError("--context and --kubeconfig go only with --from cluster");
  }
}
