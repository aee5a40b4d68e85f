import type { ApiServer } from "@kubeschema-tools/apiserver";

/** One resource or subresource that a server has, from its discovery documents. */
export interface ServedResource {
  readonly apiVersion: string;
  readonly kind: string;
  /** Plural, or `plural/subresource`. */
  readonly name: string;
  readonly isNamespaced: boolean;
  readonly verbs: readonly string[];
}

interface ResourceList {
  readonly groupVersion: string;
  readonly resources: readonly { name: string; kind: string; namespaced: boolean; verbs: readonly string[] }[];
}

interface GroupList {
  readonly groups: readonly { name: string; versions: readonly { groupVersion: string }[] }[];
}

/** The path of every discovery document of a server, the group list first. */
export async function discoveryPaths({ request }: ApiServer): Promise<readonly string[]> {
  const { groups } = (await request("GET", "/apis")).body as GroupList;
  return [
    "/apis",
    ...groups.flatMap(({ name, versions }) => [`/apis/${name}`, ...versions.map((v) => `/apis/${v.groupVersion}`)]),
    "/api",
    "/api/v1",
  ];
}

/** Every resource of a server. */
export async function servedResources(server: ApiServer): Promise<readonly ServedResource[]> {
  const answers = await Promise.all((await discoveryPaths(server)).map((path) => server.request("GET", path)));
  return answers.flatMap(({ status, body }) => {
    const { groupVersion: apiVersion, resources } = body as Partial<ResourceList>;
    if (status !== 200 || apiVersion === undefined) return [];
    return (resources ?? []).map(({ name, kind, namespaced: isNamespaced, verbs }) => ({
      apiVersion,
      kind,
      name,
      isNamespaced,
      verbs,
    }));
  });
}

/** The path of a resource's collection, in one namespace or across all. */
export function resourcePath({ apiVersion, name }: ServedResource, namespace?: string): string {
  const root = apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  return namespace === undefined ? `${root}/${name}` : `${root}/namespaces/${namespace}/${name}`;
}
