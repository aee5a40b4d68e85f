import type { ApiServer } from "@kubeschema-tools/apiserver";
import { waitFor } from "./wait-for.ts";

/** A kind that is not a Service, for backends that lead to an object of it. */
const definition = {
  apiVersion: "apiextensions.k8s.io/v1",
  kind: "CustomResourceDefinition",
  metadata: { name: "buckets.storage.example" },
  spec: {
    group: "storage.example",
    scope: "Namespaced",
    names: { kind: "Bucket", plural: "buckets", singular: "bucket", listKind: "BucketList" },
    versions: [{ name: "v1", served: true, storage: true, schema: { openAPIV3Schema: { type: "object" } } }],
  },
};

/** Installs the kind `Bucket` of `storage.example/v1`, and waits until the server serves it. */
export async function installBuckets(server: ApiServer): Promise<void> {
  const path = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
  const { status } = await server.request("POST", path, definition);
  if (status !== 201) throw new Error(`Cannot create the CustomResourceDefinition: ${status}`);
  for (const served of ["/apis/storage.example/v1", "/apis/storage.example/v1/buckets"]) {
    const answer = await waitFor(() => server.request("GET", served), (answer) => answer.status === 200);
    if (answer.status !== 200) throw new Error(`Cannot use ${served}: the server does not serve it`);
  }
}
