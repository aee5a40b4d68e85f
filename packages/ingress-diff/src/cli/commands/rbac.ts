import { type Call, CommandError, exitCode } from "@kubeschema/command-kit";
import { readManifests } from "../../drift/read-manifests.ts";
import { liveReadPlan } from "../../drift/read-live-ingresses.ts";
import { loadNamespace } from "../../observe/cluster/load-connection.ts";
import { optional } from "../../observe/json-value.ts";
import { ObservationError } from "../../observe/observation-error.ts";
import type { RbacSubject } from "../../rbac/format-grant.ts";
import { formatDriftRbacManifest, formatRbacManifest } from "../../rbac/rbac-manifest.ts";
import { namespaceOf } from "../flags/scope-flags.ts";
import type { IngressDiffWorld } from "../ingress-diff-world.ts";
import { kubeconfigOptions } from "../kubeconfig-options.ts";
import { planNamespace } from "../plan-namespace.ts";
import { readManifestSources } from "../read-manifest-sources.ts";
import type { RbacOptions, ReadingCommand } from "./rbac-command.ts";

/** Prints the least rights that a command needs; talks to no cluster. */
export async function runRbac(
  options: RbacOptions,
  command: ReadingCommand,
  { world }: Call<IngressDiffWorld>,
): Promise<number> {
  const usual = options.namespace ?? await usualNamespace(options, world);
  const text = command === "diff" || command === "plan"
    ? await formatForManifests(options, { command, usual }, world)
    : formatForView(options, namespaceOf(options, usual), command === "watch");
  world.stdout.write(text);
  return exitCode.ok;
}

function formatForView(options: RbacOptions, namespace: string | undefined, isWatch: boolean): string {
  return formatRbacManifest({ ...subjectFor(options, namespace), isWatch, ...optional("namespace", namespace) });
}

/** The manifests say which namespaces are read, and how. */
async function formatForManifests(
  options: RbacOptions,
  { command, usual }: { readonly command: "diff" | "plan"; readonly usual: string },
  { files }: IngressDiffWorld,
): Promise<string> {
  const sources = await readManifestSources(options.filename, files);
  const { ingresses } = readManifests(sources, { namespace: usual });
  if (ingresses.length === 0) {
    throw new CommandError("Cannot tell the rights for these manifests: there is no Ingress in them", {
      hint: "-f with Ingresses",
    });
  }
  // A plan reads all that a report reads, and Ingresses among it.
  if (command === "plan") return formatForView(options, planNamespace(ingresses, options), false);
  const { verb, namespaces } = liveReadPlan(ingresses);
  const subject = subjectFor(options, namespaces?.[0] ?? usual);
  return formatDriftRbacManifest({ ...subject, verb, ...optional("namespaces", namespaces) });
}

/** Where no kubeconfig says otherwise, the namespace of a run would be `default`. */
async function usualNamespace(options: RbacOptions, { env }: IngressDiffWorld): Promise<string> {
  try {
    return await loadNamespace(kubeconfigOptions(options, env));
  } catch (error) {
    const isAbsent = error instanceof ObservationError && error.message.startsWith("Cannot find a kubeconfig");
    if (isAbsent) return "default";
    throw error;
  }
}

/** Who is to get the rights: whom `--as` names, else a ServiceAccount that is made for it. */
function subjectFor(
  { as, asGroup }: RbacOptions,
  namespace: string | undefined,
): { readonly subject: RbacSubject; readonly isSubjectNew: boolean } {
  const made = { kind: "ServiceAccount", namespace: namespace ?? "default", name: "ingress-diff" } as const;
  const named = subjectOf(as, asGroup);
  return { subject: named ?? made, isSubjectNew: as === undefined };
}

function subjectOf(as: string | undefined, [group]: readonly string[]): RbacSubject | undefined {
  const [, namespace, account] = /^system:serviceaccount:([^:]+):([^:]+)$/.exec(as ?? "") ?? [];
  if (namespace !== undefined && account !== undefined) return { kind: "ServiceAccount", namespace, name: account };
  if (as !== undefined) return { kind: "User", name: as };
  return group === undefined ? undefined : { kind: "Group", name: group };
}
