import type { ServiceObject } from "../../observe/cluster-view.ts";
import { shellWord } from "../rule/fill-command.ts";

/** A Service's selector as `kubectl get -l` takes it; empty if it selects no pods. */
export function formatSelector({ selector }: ServiceObject): string {
  return Object.entries(selector).map(([key, value]) => `${key}=${value}`).join(",");
}

/** The command that shows the pods that a Service selects; `undefined` if it selects none. */
export function podsCommand(service: ServiceObject): string | undefined {
  const selector = formatSelector(service);
  return selector === "" ? undefined : `kubectl get pods -n ${shellWord(service.namespace)} -l ${shellWord(selector)}`;
}

/** The command that shows the EndpointSlices of a Service. */
export const slicesCommand: string = "kubectl get endpointslices -n NAMESPACE -l kubernetes.io/service-name=NAME";
