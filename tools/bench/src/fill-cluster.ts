import type { ApiServer } from "@kubeschema-tools/apiserver";
import type { ListedObject } from "./cluster-objects.ts";

/** The number of objects that are created between two progress messages. */
const progressStep = 4096;

/** The number of requests that are under way at a time. */
const concurrency = 16;

/**
 * Creates objects, each with its status, one kind after the other, since a namespace must exist first.
 *
 * @throws {Error} If the server refuses one.
 */
export async function fillCluster(
  server: ApiServer,
  objects: Iterable<ListedObject>,
  onProgress: (count: number) => void,
): Promise<void> {
  let count = 0;
  let kind = "";
  let nextProgress = progressStep;
  let pending: Promise<void>[] = [];
  for (const listed of objects) {
    const isOtherKind = listed.path.split("/").at(-1) !== kind;
    if (isOtherKind || pending.length === concurrency * 8) {
      await Promise.all(pending);
      pending = [];
      kind = listed.path.split("/").at(-1) ?? "";
      if (count >= nextProgress) {
        onProgress(count);
        nextProgress += progressStep;
      }
    }
    pending.push(create(server, listed));
    count++;
  }
  await Promise.all(pending);
  onProgress(count);
}

async function create(server: ApiServer, { path, object }: ListedObject): Promise<void> {
  const created = await server.request("POST", path, object);
  if (created.status !== 201) throw new Error(`Cannot create in ${path}: ${JSON.stringify(created.body)}`);
  if (object.status === undefined) return;
  const written = await server.request("PATCH", `${path}/${object.metadata.name}/status`, { status: object.status });
  if (written.status !== 200) throw new Error(`Cannot write a status in ${path}: ${JSON.stringify(written.body)}`);
}
