import type { KubeObject } from "@kubeschema-tools/clusters";

/** Plurals of the kinds that the tests create. */
const plurals: Readonly<Record<string, string>> = {
  Namespace: "namespaces",
  Service: "services",
  Secret: "secrets",
  EndpointSlice: "endpointslices",
  Ingress: "ingresses",
  IngressClass: "ingressclasses",
  ServiceAccount: "serviceaccounts",
  Role: "roles",
  RoleBinding: "rolebindings",
  ClusterRole: "clusterroles",
  Event: "events",
  ClusterRoleBinding: "clusterrolebindings",
  CronJob: "cronjobs",
  Job: "jobs",
  Deployment: "deployments",
  Bucket: "buckets",
};

/** Path of the collection that an object is created in. */
export function collectionPath({ apiVersion, kind, metadata }: KubeObject): string {
  const plural = plurals[kind];
  if (plural === undefined) throw new TypeError(`Cannot find the plural of "${kind}": add it to the table`);
  const root = apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  return metadata.namespace === undefined ? `${root}/${plural}` : `${root}/namespaces/${metadata.namespace}/${plural}`;
}

/** The path of an object, which is unique. */
export function objectPath(object: KubeObject): string {
  return `${collectionPath(object)}/${object.metadata.name}`;
}
