import type { Route } from "../routes/route.ts";

/** The same for two routes of one class with the same host and path, whatever their pathType. */
export function routePathKey({ source, host, path, pathType }: Route): string {
  // "/foo" and "/foo/" are one Prefix: https://kubernetes.io/docs/concepts/services-networking/ingress/#examples
  const isOpen = pathType === "Prefix" || pathType === "ImplementationSpecific";
  const normalised = isOpen && path.length > 1 ? path.replace(/\/$/, "") : path;
  return JSON.stringify([source.className ?? null, host, normalised === "" ? "/" : normalised]);
}

/** The same for two routes that lead to the same place. */
export function routeBackendKey({ backend, source }: Route): string {
  return JSON.stringify([source.ref.namespace, backend]);
}

/** Whether a route takes every path of its host. */
export function takesEveryPath({ path, pathType }: Route): boolean {
  if (pathType === "Default" || pathType === "None") return true;
  // "/*" is how GKE and the AWS controller spell it.
  return pathType !== "Exact" && (path === "" || path === "/" || path === "/*");
}
