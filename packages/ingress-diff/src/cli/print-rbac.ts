import { loadNamespace } from "../observe/cluster/load-connection.ts";
import { optional } from "../observe/json-value.ts";
import { ObservationError } from "../observe/observation-error.ts";
import { formatRbacManifest, type RbacSubject } from "../rbac/rbac-manifest.ts";
import type { Edge } from "./edge.ts";
import type { Options } from "./parse-options.ts";

/** Prints the least rights that a run with the same flags needs; talks to no cluster. */
export async function printRbac(options: Options, edge: Edge): Promise<number> {
  const namespace = options.isAllNamespaces ? undefined : options.namespace ?? await usualNamespace(options, edge);
  const { as, asGroups } = options.connection;
  const subject = subjectOf(as, asGroups) ?? {
    kind: "ServiceAccount",
    namespace: namespace ?? "default",
    name: "ingress-diff",
  };
  edge.stdout.write(
    formatRbacManifest({
      subject,
      isSubjectNew: as === undefined,
      isWatch: options.isWatch,
      ...optional("namespace", namespace),
    }),
  );
  return 0;
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

function subjectOf(as: string | undefined, asGroups: readonly string[] | undefined): RbacSubject | undefined {
  const [, namespace, account] = /^system:serviceaccount:([^:]+):([^:]+)$/.exec(as ?? "") ?? [];
  if (namespace !== undefined && account !== undefined) return { kind: "ServiceAccount", namespace, name: account };
  if (as !== undefined) return { kind: "User", name: as };
  const group = asGroups?.[0];
  return group === undefined ? undefined : { kind: "Group", name: group };
}
