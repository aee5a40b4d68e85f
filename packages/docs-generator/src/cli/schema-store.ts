import type { SchemaModel } from "@kubeschema/model";

/** The schemas that a command can read, by Kubernetes version. */
export interface SchemaStore {
  /** The default version, such as `v1.36`. */
  readonly defaultVersion: string;
  /** Every available version, newest first. */
  readonly versions: readonly string[];
  /** @param version One of `versions`. */
  read(version: string): Promise<SchemaModel>;
}
