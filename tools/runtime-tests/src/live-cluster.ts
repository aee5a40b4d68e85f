import { isDeepStrictEqual } from "node:util";
import type { ApiServer } from "@kubeschema-tools/apiserver";
import { entriesOf, isIngress, type KubeObject, toOlderForms } from "@kubeschema-tools/clusters";
import { collectionPath, objectPath } from "./object-path.ts";

/** A real server with the given objects, and nothing else of their kinds. */
export interface LiveCluster {
  /** Replaces the objects on the server. New ones are younger than all that are kept, by the second. */
  readonly become: (objects: readonly KubeObject[]) => Promise<void>;
}

/** What others need comes first: classes, then the backends of Ingresses. Other kinds precede Ingresses. */
const kindOrder = ["IngressClass", "Service", "EndpointSlice", "Secret"];
/** The kinds that people edit in place; the rest is deleted and created again. */
const editedKinds = new Set(["Ingress", "IngressClass"]);
const olderVersions = ["extensions/v1beta1", "networking.k8s.io/v1beta1"] as const;

/** Creates objects as kubectl prints them on a server: what a server sets itself is left to it. */
export function createLiveCluster(server: ApiServer): LiveCluster {
  const namespaces = new Set<string>();
  let live: ReadonlyMap<string, KubeObject> = new Map();
  let lastCreated = "";

  async function ask(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await server.request(method, path, body);
    if (response.status !== 200 && response.status !== 201) {
      throw new Error(`Cannot ${method} ${path}: ${response.status} ${JSON.stringify(response.body)}`);
    }
    return response.body;
  }

  async function createNamespaces(names: readonly string[]): Promise<void> {
    const missing = [...new Set(names)].filter((name) => name !== "default" && !namespaces.has(name));
    await Promise.all(missing.map((name) => ask("POST", "/api/v1/namespaces", namespaceCalled(name))));
    for (const name of missing) namespaces.add(name);
  }

  /** Servers have ages in whole seconds; the server's current time is that of what it would write now. */
  async function waitForNextSecond(): Promise<void> {
    let now = lastCreated;
    while (now === lastCreated && lastCreated !== "") {
      now = createdAt(await ask("POST", "/api/v1/namespaces?dryRun=All", namespaceCalled("what-time-is-it")));
    }
  }

  async function create(object: KubeObject): Promise<void> {
    const version = olderVersionOf(object);
    const [form = object] = version === undefined ? [object] : toOlderForms([object], version);
    const created = createdAt(await ask("POST", collectionPath(form), withoutServerFields(form)));
    if (created > lastCreated) lastCreated = created;
    if (!isIngress(object)) return;
    if (entriesOf(object).length > 0) await ask("PATCH", `${objectPath(object)}/status`, { status: object.status });
    const { managedFields } = object.metadata;
    // One that was created through an older version has its entry from the server.
    if (managedFields === undefined || version !== undefined) return;
    await ask("PATCH", objectPath(object), { metadata: { managedFields } });
  }

  async function edit(object: KubeObject): Promise<void> {
    await ask("PUT", objectPath(object), withoutServerFields(object));
    if (isIngress(object)) await ask("PUT", `${objectPath(object)}/status`, withoutServerFields(object));
  }

  return {
    become: async (objects) => {
      const next = new Map(objects.map((object) => [objectPath(object), object]));
      const changed = [...live].filter(([path, object]) => !isDeepStrictEqual(next.get(path), object));
      const isEdited = (path: string): boolean => canEdit(live.get(path), next.get(path));
      await Promise.all(changed.filter(([path]) => !isEdited(path)).map(([path]) => ask("DELETE", path)));
      await createNamespaces(objects.flatMap(({ metadata }) => metadata.namespace ?? []));
      const toDo = [...next].filter(([path, object]) => !isDeepStrictEqual(live.get(path), object));
      const toCreate = toDo.filter(([path]) => !isEdited(path)).map(([, object]) => object);
      if (toCreate.length > 0) await waitForNextSecond();
      for (const kind of kindOrder) await Promise.all(toCreate.filter((object) => object.kind === kind).map(create));
      const others = toCreate.filter(({ kind }) => !kindOrder.includes(kind));
      await Promise.all(others.filter((object) => !isIngress(object)).map(create));
      await Promise.all(others.filter(isIngress).map(create));
      await Promise.all(toDo.filter(([path]) => isEdited(path)).map(([, object]) => edit(object)));
      live = next;
    },
  };
}

/** Entries of `managedFields` belong to the server: an edit would keep some of them. */
function canEdit(before: KubeObject | undefined, after: KubeObject | undefined): boolean {
  return before !== undefined && after !== undefined && editedKinds.has(after.kind) &&
    before.metadata.managedFields === undefined && after.metadata.managedFields === undefined;
}

/** The version that its first writer wrote through, if the server has newer ones. */
function olderVersionOf({ metadata: { managedFields = [] } }: KubeObject): (typeof olderVersions)[number] | undefined {
  return olderVersions.find((version) =>
    managedFields.some((entry) => "apiVersion" in entry && entry.apiVersion === version)
  );
}

function withoutServerFields(object: KubeObject): KubeObject {
  const { uid: _, creationTimestamp: __, managedFields: ___, ...metadata } = object.metadata;
  if (object.kind !== "Event") return { ...object, metadata };
  const { uid: ____, ...involvedObject } = object.involvedObject as { readonly uid?: string }; // Every event has one.
  return { ...object, metadata, involvedObject };
}

function namespaceCalled(name: string): KubeObject {
  return { apiVersion: "v1", kind: "Namespace", metadata: { name } };
}

/** Returns the time at which a server says that it created an object, to the second. */
function createdAt(body: unknown): string {
  return (body as KubeObject).metadata.creationTimestamp ?? ""; // A server answers a creation with the object.
}
