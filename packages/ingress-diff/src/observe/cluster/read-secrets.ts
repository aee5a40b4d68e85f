import type { IngressObject, SecretObject } from "../cluster-view.ts";
import { type JsonObject, optional } from "../json-value.ts";
import { objectKey } from "../object-key.ts";
import { readIgnoredRules } from "../read-ignored-rules.ts";
import { readMetadata } from "../read-metadata.ts";
import { readSecret } from "../read-secret.ts";
import { secretKeysOf } from "../referenced-objects.ts";
import { metadataOnly } from "./list-objects.ts";
import { type ListScope, type ReadList, readList } from "./read-list.ts";

/** This many Secrets are read one by one; the number of requests has to stay bounded. */
const singleLimit = 20;

/**
 * Reads the Secrets that Ingresses name, and as little else as the API allows, in a bounded number of requests.
 *
 * 1. Nothing, if no Ingress names a Secret.
 * 2. If they name no more than 20: each by its name, so that no other Secret is read at all.
 * 3. Else one list of all Secrets of type `kubernetes.io/tls`, which counts fewer requests than thousands of names do;
 *   of each only the certificates are kept, and only if an Ingress names it.
 * 4. Only if names are left over then: one list of the metadata of all other Secrets, which holds no data.
 * 5. Only if some of those exist (a certificate may lie in an Opaque Secret): at most 20 of them by name.
 */
export async function readSecrets(
  scope: ListScope,
  ingresses: readonly IngressObject[],
): Promise<ReadList<SecretObject>> {
  const wanted = new Set(secretKeysOf(ingresses));
  if (wanted.size === 0) return { items: [], isConsistent: true, state: { state: "observed" } };
  if (wanted.size <= singleLimit) return readByName(scope, [...wanted]);
  const tlsSecrets = await readList(scope, "secrets", {
    fieldSelector: "type=kubernetes.io/tls",
    read: (object) => isWanted(object, wanted) ? readSecret(object, "cluster") : undefined,
  });
  if (tlsSecrets.error !== undefined) return tlsSecrets;
  for (const secret of tlsSecrets.items) wanted.delete(objectKey(secret));
  if (wanted.size === 0) return tlsSecrets;
  const others = await readOthers(scope, wanted);
  return {
    ...others,
    items: [...tlsSecrets.items, ...others.items],
    isConsistent: tlsSecrets.isConsistent && others.isConsistent,
  };
}

async function readOthers(scope: ListScope, wanted: ReadonlySet<string>): Promise<ReadList<SecretObject>> {
  const existing = await readList(scope, "secrets", {
    accept: metadataOnly,
    fieldSelector: "type!=kubernetes.io/tls",
    read: (object): SecretObject | undefined => {
      if (!isWanted(object, wanted)) return undefined;
      const { namespace, name, annotations } = readMetadata(object, "default");
      return { namespace, name, type: "", ...optional("ignoredRules", readIgnoredRules(annotations)) };
    },
  });
  if (existing.error !== undefined) return existing;
  const named = await readByName(scope, existing.items.slice(0, singleLimit).map(objectKey));
  const read = new Map(named.items.map((secret) => [objectKey(secret), secret]));
  return { ...existing, items: existing.items.map((secret) => read.get(objectKey(secret)) ?? secret) };
}

/** A list of one, since a role that allows to list need not allow to get. The first shows whether it may be read. */
async function readByName(scope: ListScope, keys: readonly string[]): Promise<ReadList<SecretObject>> {
  const readOne = (key: string): Promise<ReadList<SecretObject>> => {
    const [namespace = "", name = ""] = key.split("/");
    return readList({ ...scope, namespace }, "secrets", {
      fieldSelector: `metadata.name=${name}`,
      read: (object) => readSecret(object, "cluster"),
    });
  };
  const [head, ...rest] = keys;
  if (head === undefined) return { items: [], isConsistent: true, state: { state: "observed" } };
  const first = await readOne(head);
  if (first.error !== undefined) return first;
  const lists = [first, ...await Promise.all(rest.map(readOne))];
  const failed = lists.find(({ error }) => error !== undefined);
  if (failed !== undefined) return failed;
  return {
    items: lists.flatMap(({ items }) => items),
    isConsistent: lists.every(({ isConsistent }) => isConsistent),
    state: { state: "observed" },
  };
}

function isWanted(object: JsonObject, wanted: ReadonlySet<string>): boolean {
  return wanted.has(objectKey(readMetadata(object, "default")));
}
