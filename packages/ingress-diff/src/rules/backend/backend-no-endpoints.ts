import type { ServiceObject } from "../../observe/cluster-view.ts";
import { formatSelector } from "./format-selector.ts";
import { toResult } from "../rule/finding.ts";
import { groupByService } from "./group-by-service.ts";
import type { Rule } from "../rule/rule-context.ts";

/**
 * A Service has no endpoint at all: its selector matches no pod, or it has none and nobody wrote slices for it.
 *
 * Pods that are there and not ready are `backend/no-ready-endpoints`. Whether the slices could be read is said there too.
 */
export const backendNoEndpoints: Rule = {
  id: "backend/no-endpoints",
  summary: "The Service that a route leads to has no endpoints at all.",
  severity: "error",
  why: "Requests for the route are answered with 503: there are no pods behind the Service, ready or not.",
  fix: "Compare the Service's selector with the labels of the pods, and see whether the pods are scaled to zero.",
  readsEndpointSlices: true,
  check: (context) =>
    groupByService(context, "endpoints", () => "")
      .filter(({ resolution }) => resolution.endpoints.totalOnAnyPort === 0)
      .map(({ object, resolution: { endpoints, service }, routes }) =>
        toResult({
          rule: "backend/no-endpoints",
          severity: "error",
          object,
          fieldPath: ".spec.selector",
          should: "endpoints to send requests to",
          is: describe(service, endpoints.sliceCount),
          fix: fixFor(service),
          routes,
        })
      ),
};

function describe(service: ServiceObject, sliceCount: number): string {
  const slices = sliceCount === 0 ? "there is no EndpointSlice" : "its EndpointSlices are empty";
  const selector = formatSelector(service);
  return `no endpoints: ${slices}; the Service selects ${selector === "" ? "no pods" : selector}`;
}

function fixFor(service: ServiceObject): string {
  const { namespace, name } = service;
  const selector = formatSelector(service);
  return selector === ""
    ? `whoever writes its slices has written none: kubectl get endpointslices -n ${namespace} ` +
      `-l kubernetes.io/service-name=${name}`
    : `kubectl get pods -n ${namespace} -l ${selector}; if none are there, see the Deployment's replicas and labels`;
}
