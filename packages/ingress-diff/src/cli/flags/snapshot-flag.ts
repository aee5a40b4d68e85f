import { type FlagTable, inGroup, textFlag, UsageError } from "@kubeschema/command-kit";
import { checkConnection, type ConnectionOptions, firstConnectionFlag } from "./connection-flags.ts";

/** What to read in place of a cluster. */
export interface SnapshotOptions {
  /** A file, a folder or `-`. */
  readonly snapshot?: string;
}

/** The flag that names a snapshot. */
export const snapshotFlag: FlagTable<SnapshotOptions> = inGroup("Cluster", {
  snapshot: textFlag({
    value: "FILE",
    help: 'no cluster: what "snapshot" wrote, or "kubectl get ... -o yaml" printed; a file, a folder, or - for stdin',
  }),
});

/**
 * Sees to it that there is one place to read: a snapshot, or a cluster.
 *
 * @throws {UsageError} If there are two.
 */
export function checkSource(options: SnapshotOptions & ConnectionOptions): void {
  checkConnection(options);
  const flag = options.snapshot === undefined ? undefined : firstConnectionFlag(options);
  if (flag !== undefined) throw new UsageError(`--snapshot reads no cluster, so it does not go with ${flag}`);
}
