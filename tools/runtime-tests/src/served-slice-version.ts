import type { ApiServer } from "@kubeschema-tools/apiserver";

/** The newest version of EndpointSlice that a server has: servers before 1.21 have only `v1beta1`. */
export async function servedSliceVersion({ request }: ApiServer): Promise<string> {
  const { status } = await request("GET", "/apis/discovery.k8s.io/v1");
  return status === 200 ? "discovery.k8s.io/v1" : "discovery.k8s.io/v1beta1";
}
