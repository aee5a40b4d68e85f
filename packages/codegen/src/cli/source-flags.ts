import {
  type FlagTable,
  inGroup,
  kubernetesVersionFlag,
  listFlag,
  textFlag,
  textsFlag,
  UsageError,
} from "@kubeschema/command-kit";

/** The sources to read. */
export interface SourceOptions {
  /** Files, folders, URLs, `-` or `cluster`. */
  readonly from: readonly string[];
  readonly kinds: readonly string[];
  readonly kubernetesVersion?: string;
  readonly context?: string;
  readonly kubeconfig?: string;
}

/** The flags that select the sources. */
export const sourceFlags: FlagTable<SourceOptions> = inGroup("Input", {
  from: textsFlag({
    value: "SOURCE",
    expects: "a file, a folder, a URL, - for stdin, or cluster",
    help: 'a YAML or JSON file, a folder, an http or https URL, - for stdin, or "cluster", which is read with kubectl',
    completes: ["FILE", "cluster"],
  }),
  kinds: listFlag({ value: "KINDS", help: "only these: Shop, example.io, example.io/v1 or example.io/v1/Shop" }),
  kubernetesVersion: kubernetesVersionFlag({ help: "the release that an OpenAPI document belongs to" }),
  context: textFlag({ value: "NAME", help: "the context of the cluster; by default the one that kubectl uses" }),
  kubeconfig: textFlag({ value: "FILE", help: "the kubeconfig; by default the one that kubectl uses" }),
});

/**
 * Checks that the flags fit together.
 *
 * @throws {UsageError} If they do not.
 */
export function checkSource({ from, context, kubeconfig }: SourceOptions): void {
  if (from.length === 0) throw new UsageError("Cannot tell what to read: --from is missing");
  const isCluster = from.includes("cluster");
  if (isCluster && from.length > 1) throw new UsageError("--from cluster does not go with another --from");
  if (!isCluster && (context ?? kubeconfig) !== undefined) {
    throw new UsageError("--context and --kubeconfig go only with --from cluster");
  }
}
