import type { Route } from "../../routes/route.ts";

/** The same for two routes of one host with the same path; a slash at the end of a prefix does not count. */
export function routePath({ path, pathType }: Route): string {
  // "/foo" and "/foo/" are one Prefix: https://kubernetes.io/docs/concepts/services-networking/ingress/#examples
  const isOpen = pathType === "Prefix" || pathType === "ImplementationSpecific";
  return isOpen && path.endsWith("/") ? path.slice(0, -1) : path;
}

/** Whether two routes lead to the same place. */
export function haveSameBackend(a: Route, b: Route): boolean {
  const [one, other] = [a.backend, b.backend];
  if (one?.type === "service" && other?.type === "service") {
    return one.namespace === other.namespace && one.name === other.name && one.port === other.port;
  }
  return one?.type === "other" && other?.type === "other" && a.source.ref.namespace === b.source.ref.namespace &&
    one.apiGroup === other.apiGroup && one.kind === other.kind && one.name === other.name;
}

/** Whether a route takes every path of its host. */
export function takesEveryPath({ path, pathType }: Route): boolean {
  if (pathType === "Default" || pathType === "None") return true;
  // "/*" is how GKE and the AWS controller spell it.
  return pathType !== "Exact" && (path === "" || path === "/" || path === "/*");
}
