import type { IngressObject, SecretObject } from "../cluster-view.ts";
import { readMetadata } from "../read-metadata.ts";
import { readSecret } from "../read-secret.ts";
import { type ListScope, type ReadList, readList } from "./read-list.ts";

/** Certificates of Secrets of another type are asked for one by one, so only so many. */
const singleLimit = 20;

/**
 * Reads the Secrets that Ingresses name, and as little else as the API allows, in a bounded number of requests.
 *
 * 1. Nothing, if no Ingress names a Secret.
 * 2. One list of all Secrets of type `kubernetes.io/tls`; of each only the certificates are kept, and only if an
 *    Ingress names it.
 * 3. Only if names are left over: one list of the metadata of all other Secrets, which holds no data.
 * 4. Only if some of those exist (a certificate may lie in an Opaque Secret): at most 20 lists by name.
 */
export async function readSecrets(
  scope: ListScope,
  ingresses: readonly IngressObject[],
): Promise<ReadList<SecretObject>> {
  const wanted = new Set(
    ingresses.flatMap(({ namespace, tls }) =>
      tls.flatMap(({ secretName }) => secretName === undefined ? [] : [`${namespace}/${secretName}`])
    ),
  );
  if (wanted.size === 0) return { items: [], isConsistent: true, state: { state: "observed" } };
  const tlsSecrets = await readList(scope, "secrets", {
    fieldSelector: "type=kubernetes.io/tls",
    read: (object) => keepWanted(readSecret(object), wanted),
  });
  if (tlsSecrets.error !== undefined) return tlsSecrets;
  for (const { namespace, name } of tlsSecrets.items) wanted.delete(`${namespace}/${name}`);
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
    accept: "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json",
    fieldSelector: "type!=kubernetes.io/tls",
    read: (object) => {
      const { namespace, name } = readMetadata(object, "default");
      return keepWanted({ namespace, name, type: "" }, wanted);
    },
  });
  if (existing.error !== undefined) return existing;
  const named = await Promise.all(
    existing.items.slice(0, singleLimit).map(async (secret) => {
      const one = await readList({ ...scope, namespace: secret.namespace }, "secrets", {
        fieldSelector: `metadata.name=${secret.name}`,
        read: readSecret,
      });
      return one.items[0] ?? secret;
    }),
  );
  return { ...existing, items: [...named, ...existing.items.slice(singleLimit)] };
}

function keepWanted(secret: SecretObject, wanted: ReadonlySet<string>): SecretObject | undefined {
  return wanted.has(`${secret.namespace}/${secret.name}`) ? secret : undefined;
}
