import {
  type FlagTable,
  inGroup,
  kubernetesVersionFlag,
  listFlag,
  textFlag,
  textsFlag,
  UsageError,
} from "@kubeschema/command-kit";

/** The sources of a site's pages. */
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

/** The flags that select the sources of a site's pages. */
export const sourceFlags: FlagTable<SourceOptions> = inGroup("Input", {
  versions: listFlag({
    value: "LIST",
    help:
      "v1.35,v1.36, recent or all: pages of the newest, with the history of the others; the default, recent, is the " +
      "newest ones without a gap of several releases between them",
    completes: ["recent", "all"],
  }),
  from: textFlag({
    value: "SOURCE",
    expects: "a file, a folder or cluster",
    help:
      "the only source: an OpenAPI document, a file or folder of CustomResourceDefinitions, or cluster, which is read with kubectl",
    completes: ["FILE", "cluster"],
  }),
  kubernetesVersion: kubernetesVersionFlag({ help: "the release of --from, or the only one to read, without history" }),
  crds: textsFlag({
    value: "FILE",
    expects: "a file or a folder",
    help: "additional CustomResourceDefinitions, from a file or a folder",
  }),
  kinds: listFlag({ value: "KINDS", help: "only these kinds, and the types that they link to" }),
  kubeconfig: textFlag({ value: "FILE", help: "for --from cluster" }),
  context: textFlag({ value: "NAME", help: "for --from cluster" }),
});

/**
 * Checks that the flags fit together.
 *
 * @throws {UsageError} If they do not.
 */
export function checkSource({ from, versions, context, kubeconfig }: SourceOptions): void {
  if (from !== undefined && versions.length > 0) {
    throw new UsageError("--versions does not go with --from, which is one version", {
      hint: "--kubernetes-version",
    });
  }
  if (from !== "cluster" && (context ?? kubeconfig) !== undefined) {
    throw new UsageError("--context and --kubeconfig go only with --from cluster");
  }
}
