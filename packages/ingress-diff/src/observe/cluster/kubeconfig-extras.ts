import { dirname, isAbsolute, join } from "node:path";
import { isJsonObject, type JsonObject, objectAt, objectsAt, optional, stringAt, stringsAt } from "../json-value.ts";

/** What kubectl knows about a user and the JavaScript client does not read. */
export interface UserExtras {
  /** Absolute, or relative to the working folder. */
  readonly tokenFile?: string;
  readonly asUid?: string;
  readonly asGroups?: readonly string[];
  readonly asUserExtra?: Readonly<Record<string, readonly string[]>>;
}

/**
 * Reads the fields of a kubeconfig's users that the client ignores, by the users' names.
 *
 * @param path Of the kubeconfig: what is relative in it is relative to its folder.
 * @see {@link https://kubernetes.io/docs/reference/config-api/kubeconfig.v1/#AuthInfo}
 */
export async function readUserExtras(text: string, path: string): Promise<ReadonlyMap<string, UserExtras>> {
  // Most kubeconfigs have none of them, and the text need not be parsed a second time.
  if (!/tokenFile|as-uid|as-groups|as-user-extra/.test(text)) return new Map();
  const { parseYaml } = await import("../parse-yaml.ts");
  const parsed = parseYaml(text);
  const document = "documents" in parsed ? parsed.documents[0] : undefined;
  if (!isJsonObject(document)) return new Map();
  const users = objectsAt(document, "users");
  return new Map(users.map((entry) => [stringAt(entry, "name") ?? "", readUser(objectAt(entry, "user"), path)]));
}

/** Resolves a path in a kubeconfig as kubectl does. */
export function resolveBeside(kubeconfigPath: string, path: string): string {
  return isAbsolute(path) ? path : join(dirname(kubeconfigPath), path);
}

function readUser(user: JsonObject, path: string): UserExtras {
  const tokenFile = stringAt(user, "tokenFile") || undefined;
  const groups = stringsAt(user, "as-groups");
  const extra = objectAt(user, "as-user-extra");
  const keys = Object.keys(extra);
  return {
    ...optional("tokenFile", tokenFile === undefined ? undefined : resolveBeside(path, tokenFile)),
    ...optional("asUid", stringAt(user, "as-uid") || undefined),
    ...optional("asGroups", groups.length === 0 ? undefined : groups),
    ...optional(
      "asUserExtra",
      keys.length === 0 ? undefined : Object.fromEntries(keys.map((key) => [key, stringsAt(extra, key)])),
    ),
  };
}
