import { isDeepStrictEqual } from "node:util";
import type { ApiServer } from "@kubeschema-tools/apiserver";
import { collectionPath, type KubeObject, objectPath } from "./kube-object.ts";

/**
 * Takes a server from one set of objects to another. What changed is deleted and created again; a `status` is written
 * through its own endpoint, as controllers do, because create drops it. The field `update`, which no API has, is a merge
 * patch for what create refuses or sets itself.
 */
export async function syncObjects(
  server: ApiServer,
  from: readonly KubeObject[],
  to: readonly KubeObject[],
): Promise<void> {
  const before = new Map(from.map((object) => [objectPath(object), object]));
  const after = new Map(to.map((object) => [objectPath(object), object]));
  for (const [path, object] of before) {
    if (!isDeepStrictEqual(after.get(path), object)) await expectStatus(server, [200], "DELETE", path);
  }
  const missing = [...after].filter(([path, object]) => !isDeepStrictEqual(before.get(path), object));
  for (const sameKind of groupNeighbours(missing.map(([, object]) => object))) {
    await Promise.all(sameKind.map((object) => create(server, object)));
  }
}

/** Runs of objects of one kind: a namespace must be there before what is in it, the rest may come at once. */
function groupNeighbours(objects: readonly KubeObject[]): readonly (readonly KubeObject[])[] {
  const groups: KubeObject[][] = [];
  for (const object of objects) {
    const last = groups.at(-1);
    if (last?.[0]?.kind === object.kind) last.push(object);
    else groups.push([object]);
  }
  return groups;
}

async function create(server: ApiServer, { update, ...object }: KubeObject): Promise<void> {
  await expectStatus(server, [201], "POST", collectionPath(object), object);
  if (object.status !== undefined) {
    await expectStatus(server, [200], "PATCH", `${objectPath(object)}/status`, { status: object.status });
  }
  if (update !== undefined) await expectStatus(server, [200], "PATCH", objectPath(object), update);
}

async function expectStatus(
  server: ApiServer,
  want: readonly number[],
  method: string,
  path: string,
  body?: unknown,
): Promise<void> {
  const response = await server.request(method, path, body);
  if (!want.includes(response.status)) {
    throw new Error(`Cannot ${method} ${path}: ${response.status} ${JSON.stringify(response.body)}`);
  }
}
