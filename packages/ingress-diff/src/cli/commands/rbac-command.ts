import { type Command, defineCommand, type FlagTable, orList, suggest, UsageError } from "@kubeschema/command-kit";
import { checkConnection, connectionFlags, type ConnectionOptions } from "../flags/connection-flags.ts";
import { manifestFlag, type ManifestOptions } from "../flags/manifest-flags.ts";
import { checkScope, scopeFlags, type ScopeOptions } from "../flags/scope-flags.ts";
import type { IngressDiffWorld } from "../ingress-diff-world.ts";

/** The commands that read a cluster, and so need rights. */
const readingCommands = ["report", "watch", "snapshot", "compare", "diff", "plan"] as const;

/** One of them. */
export type ReadingCommand = (typeof readingCommands)[number];

/** What is to be read, and by whom. */
export interface RbacOptions extends ScopeOptions, ManifestOptions, ConnectionOptions {}

/** The flags of `rbac`. */
const rbacFlags: FlagTable<RbacOptions> = { ...scopeFlags, ...manifestFlag, ...connectionFlags };

/** `rbac`: the least rights that a command needs. */
export const rbacCommand: Command<IngressDiffWorld> = defineCommand<RbacOptions, IngressDiffWorld>({
  summary: "print the least rights that a command needs, ready to apply",
  description:
    "Prints the least rights that COMMAND needs with the same flags, with their binding, ready to apply; without one " +
    "those of report. They are for whom --as or --as-group names, else for a ServiceAccount, which is made too. No " +
    "cluster is asked. The rights of diff and plan depend on the manifests of -f.",
  examples: [
    "ingress-diff rbac -n shop --as system:serviceaccount:shop:ingress-diff",
    "ingress-diff rbac watch -A | kubectl apply -f -",
    "ingress-diff rbac diff -f k8s/ --as jane",
  ],
  flags: rbacFlags,
  operands: {
    usage: `[${readingCommands.join("|")}]`,
    expects: `one of ${orList(readingCommands)}`,
    max: 1,
    completes: readingCommands,
  },
  check: (options, operands) => {
    checkConnection(options);
    const command = readingCommandOf(operands);
    const needsManifests = command === "diff" || command === "plan";
    if (!needsManifests) checkScope(options);
    if (needsManifests && options.filename.length === 0) {
      throw new UsageError(`The rights of "${command}" depend on the manifests: -f is missing`);
    }
    if (!needsManifests && options.filename.length > 0) {
      throw new UsageError(`"${command}" reads no manifests, so -f goes only with "diff" and "plan"`);
    }
    if (command === "diff" && options.allNamespaces) {
      throw new UsageError('"diff" reads the namespaces of the manifests, so -A does not go with it');
    }
  },
  run: async (options, call) => (await import("./rbac.ts")).runRbac(options, readingCommandOf(call.operands), call),
});

function readingCommandOf([given = "report"]: readonly string[]): ReadingCommand {
  const command = readingCommands.find((name) => name === given);
  if (command !== undefined) return command;
  throw new UsageError(
    `"rbac" expects ${orList(readingCommands)}, found "${given}"${suggest(given, readingCommands)}`,
  );
}
