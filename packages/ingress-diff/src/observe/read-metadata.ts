import { type JsonObject, objectAt, stringAt } from "./json-value.ts";

/** What every reader needs of `.metadata`. */
export interface Metadata {
  readonly namespace: string;
  readonly name: string;
  readonly uid: string | undefined;
  readonly labels: JsonObject;
  readonly annotations: JsonObject;
  readonly createdAt: string | undefined;
  readonly isBeingDeleted: boolean;
}

/**
 * Reads `.metadata` of an object.
 *
 * @param namespace What an object without a namespace gets: `default`, or `""` for a cluster-scoped kind.
 * @throws {TypeError} If the object has no name.
 */
export function readMetadata(object: JsonObject, namespace: string): Metadata {
  const metadata = objectAt(object, "metadata");
  const name = stringAt(metadata, "name");
  if (name === undefined || name === "") {
    throw new TypeError(`expected an object with .metadata.name, found none (kind ${String(object.kind)})`);
  }
  return {
    namespace: stringAt(metadata, "namespace") ?? namespace,
    name,
    uid: stringAt(metadata, "uid"),
    labels: objectAt(metadata, "labels"),
    annotations: objectAt(metadata, "annotations"),
    createdAt: stringAt(metadata, "creationTimestamp"),
    isBeingDeleted: typeof metadata.deletionTimestamp === "string",
  };
}
