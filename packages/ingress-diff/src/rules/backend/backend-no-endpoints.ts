import type { ServiceObject } from "../../observe/cluster-view.ts";
import type { Fault } from "../rule/fault.ts";
import { fillCommand } from "../rule/fill-command.ts";
import type { Rule } from "../rule/rule.ts";
import { groupByService } from "./group-by-service.ts";
import { formatSelector, podsCommand, slicesCommand } from "./selected-pods.ts";

const id = "backend/no-endpoints";

/**
 * A Service has no endpoint at all: its selector matches no pod, or it has none and nobody wrote slices for it.
 *
 * Pods that are there and not ready are `backend/no-ready-endpoints`. Whether the slices could be read is said there too.
 */
export const backendNoEndpoints: Rule<typeof id> = {
  id,
  summary: "The Service that a route leads to has no endpoints at all.",
  severity: "error",
  why: "Requests for the route are answered with 503: there are no pods behind the Service, ready or not.",
  fix: "compare the Service's selector with the labels of the pods, and see whether the pods are scaled to zero",
  command: "kubectl get service NAME -n NAMESPACE -o wide",
  // The route table shows the number of endpoints.
  word: "",
  scope: "service",
  example: {
    given: "the slices are gone",
    says: /^has no endpoints: no EndpointSlice is there; /,
  },
  check: (context) =>
    groupByService(context, "endpoints", () => "")
      .filter(({ resolution }) => resolution.endpoints.totalOnAnyPort === 0)
      .map(({ object, resolution: { endpoints, service }, routes }) => ({
        object,
        fieldPath: ".spec.selector",
        should: "endpoints to send requests to",
        is: describe(service, endpoints.sliceCount),
        ...adviceFor(service),
        routes,
      })),
};

function describe(service: ServiceObject, sliceCount: number): string {
  const slices = sliceCount === 0 ? "no EndpointSlice is there" : "its EndpointSlices are empty";
  const selector = formatSelector(service);
  return `has no endpoints: ${slices}; it selects ${selector === "" ? "no pods" : `the pods ${selector}`}`;
}

function adviceFor(service: ServiceObject): Pick<Fault, "fix" | "command"> {
  const command = podsCommand(service);
  if (command !== undefined) return { command };
  return {
    fix: "see why whoever writes the EndpointSlices of the Service has written none",
    command: fillCommand(slicesCommand, { kind: "Service", ...service }),
  };
}
