import { readManifests } from "../drift/read-manifests.ts";
import { liveReadPlan } from "../drift/read-live-ingresses.ts";
import { loadNamespace } from "../observe/cluster/load-connection.ts";
import { optional } from "../observe/json-value.ts";
import { ObservationError } from "../observe/observation-error.ts";
import type { RbacSubject } from "../rbac/format-grant.ts";
import { formatDriftRbacManifest, formatRbacManifest } from "../rbac/rbac-manifest.ts";
import { readManifestSources } from "./commands/drift-inputs.ts";
import { planNamespace } from "./commands/drift-plan.ts";
import type { DriftFlags } from "./drift-flags.ts";
import type { Edge } from "./edge.ts";
import type { Options } from "./parse-options.ts";

/** Prints the least rights that a run with the same flags needs; talks to no cluster. */
export async function printRbac(options: Options, edge: Edge): Promise<number> {
  const { drift } = options;
  edge.stdout.write(
    drift === undefined
      ? formatForReport(options, await namespaceOfReport(options, edge))
      : await formatForManifests(options, drift, edge),
  );
  return 0;
}

async function namespaceOfReport(options: Options, edge: Edge): Promise<string | undefined> {
  return options.isAllNamespaces ? undefined : options.namespace ?? await usualNamespace(options, edge);
}

function formatForReport(options: Options, namespace: string | undefined): string {
  return formatRbacManifest({
    ...subjectFor(options, namespace),
    isWatch: options.isWatch,
    ...optional("namespace", namespace),
  });
}

/** The manifests say which namespaces are read, and how. */
async function formatForManifests(options: Options, drift: DriftFlags, edge: Edge): Promise<string> {
  const sources = await readManifestSources(drift.paths, edge.files);
  const usual = options.namespace ?? await usualNamespace(options, edge);
  const { ingresses } = readManifests(sources, { namespace: usual });
  if (ingresses.length === 0) {
    throw new ObservationError("Cannot tell the rights for these manifests: no Ingress in them", "-f with Ingresses");
  }
  // A plan reads all that a report reads, and Ingresses among it.
  if (drift.isPlan) return formatForReport(options, planNamespace(ingresses, options));
  const { verb, namespaces } = liveReadPlan(ingresses);
  const subject = subjectFor(options, namespaces?.[0] ?? usual);
  return formatDriftRbacManifest({ ...subject, verb, ...optional("namespaces", namespaces) });
}

/** Where no kubeconfig says otherwise, the namespace of a run would be `default`. */
async function usualNamespace({ connection }: Options, { env }: Edge): Promise<string> {
  try {
    return await loadNamespace({ ...connection, env });
  } catch (error) {
    const isAbsent = error instanceof ObservationError && error.message.startsWith("Cannot find a kubeconfig");
    if (isAbsent) return "default";
    throw error;
  }
}

/** Who is to get the rights: whom `--as` names, else a ServiceAccount that is made for it. */
function subjectFor(
  { connection: { as, asGroups } }: Options,
  namespace: string | undefined,
): { readonly subject: RbacSubject; readonly isSubjectNew: boolean } {
  const made = { kind: "ServiceAccount", namespace: namespace ?? "default", name: "ingress-diff" } as const;
  return { subject: subjectOf(as, asGroups) ?? made, isSubjectNew: as === undefined };
}

function subjectOf(as: string | undefined, asGroups: readonly string[] | undefined): RbacSubject | undefined {
  const [, namespace, account] = /^system:serviceaccount:([^:]+):([^:]+)$/.exec(as ?? "") ?? [];
  if (namespace !== undefined && account !== undefined) return { kind: "ServiceAccount", namespace, name: account };
  if (as !== undefined) return { kind: "User", name: as };
  const group = asGroups?.[0];
  return group === undefined ? undefined : { kind: "Group", name: group };
}
