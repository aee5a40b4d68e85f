import type { RouteBackend } from "./route.ts";

/** For people: `web:http`, or `Bucket/images` for what is not a Service; empty if it is left to the controller. */
export function formatBackend(backend: RouteBackend | undefined): string {
  if (backend === undefined) return "";
  if (backend.type === "other") return `${backend.kind}/${backend.name}`;
  return backend.port === undefined ? backend.name : `${backend.name}:${backend.port}`;
}
