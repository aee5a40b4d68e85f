import type { SchemaModel } from "@kubeschema/model";

/** The schemas that a command can read, by Kubernetes version. */
export interface SchemaStore {
  /** The version meant when none is named, such as `v1.36`. */
  readonly defaultVersion: string;
  /** Every version there is, newest first. */
  readonly versions: readonly string[];
  /** @param version One of `versions`. */
  read(version: string): Promise<SchemaModel>;
}
