import type { ClusterView } from "../observe/cluster-view.ts";
import { observeSnapshot } from "../observe/observe-snapshot.ts";
import { escapeText } from "../report/terminal-text.ts";
import type { Edge } from "./edge.ts";
import type { Options } from "./parse-options.ts";
import { readSnapshotTexts } from "./read-snapshot-texts.ts";

/** What a dump of kubectl cannot tell, unless it is asked to show these fields. */
const withoutManagedFields = "who changed what, since when, and through which version of the API cannot be told. " +
  "Try: kubectl get --show-managed-fields";

/** Observes what the options name: a snapshot, else a cluster. */
export async function observe(options: Options, edge: Edge): Promise<ClusterView> {
  if (options.snapshot !== undefined) {
    const source = options.snapshot === "-" ? "stdin" : `snapshot ${options.snapshot}`;
    const texts = await readSnapshotTexts(options.snapshot, edge.files);
    const view = await observeSnapshot(texts, { source, at: edge.now().toISOString() });
    if (!view.areManagedFieldsShown && (options.isVerbose || edge.stderr.isTTY === true)) {
      edge.stderr.write(`ingress-diff: ${escapeText(source)} has no managedFields: ${withoutManagedFields}\n`);
    }
    return view;
  }
  // Loaded here: what talks to a cluster is most of the program, and a snapshot needs none of it.
  const { observeWithKubeconfig } = await import("./observe-with-kubeconfig.ts");
  return observeWithKubeconfig(options, edge);
}
