import type { ServiceObject } from "../../observe/cluster-view.ts";

/** A Service's selector as `kubectl get -l` takes it; empty if it selects no pods. */
export function formatSelector({ selector }: ServiceObject): string {
  return Object.entries(selector).map(([key, value]) => `${key}=${value}`).join(",");
}
