import { mkdtempSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder for kubeconfigs and what they name. */
export interface KubeconfigFolder {
  readonly path: string;
  /** Writes a file, of an object its JSON, and returns its path. */
  readonly write: (name: string, content: string | object) => Promise<string>;
  readonly remove: () => Promise<void>;
}

/** Creates an empty folder. */
export function createKubeconfigFolder(): KubeconfigFolder {
  const path = mkdtempSync(join(tmpdir(), "ingress-diff-"));
  return {
    path,
    write: async (name, content) => {
      const file = join(path, name);
      await writeFile(file, typeof content === "string" ? content : JSON.stringify(content));
      return file;
    },
    remove: () => rm(path, { recursive: true, force: true }),
  };
}

/** A kubeconfig with one cluster, one user with a token and one context, all of the same name. */
export function kubeconfigNamed(name: string, fields: object = {}): object {
  return {
    apiVersion: "v1",
    kind: "Config",
    "current-context": name,
    clusters: [{ name, cluster: { server: `https://${name}.example:6443` } }],
    users: [{ name, user: { token: "sesame" } }],
    contexts: [{ name, context: { cluster: name, user: name, namespace: `${name}-ns` } }],
    ...fields,
  };
}
