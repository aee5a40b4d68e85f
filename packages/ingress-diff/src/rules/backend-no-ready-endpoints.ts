import type { ServiceObject } from "../observe/cluster-view.ts";
import { toResult } from "./finding.ts";
import { groupByService } from "./group-by-service.ts";
import type { EndpointCount } from "./resolve-backend.ts";
import type { Rule } from "./rule-context.ts";
import { unknownList } from "./unknown-list.ts";

/**
 * A port of a Service has no ready endpoint.
 *
 * Endpoints are counted per port name, since a pod may be ready on one port and not have the other. Readiness that is
 * not said counts as ready.
 */
export const backendNoReadyEndpoints: Rule = {
  id: "backend/no-ready-endpoints",
  summary: "The Service that a route leads to has no ready endpoint on the port.",
  severity: "error",
  why: "Requests for the route are answered with 502 or 503: there is nothing to send them to.",
  fix: "See why the pods behind the Service are not ready, or whether its selector matches any pod.",
  check: (context) =>
    unknownList(context, "endpointslices", "backend/no-ready-endpoints", {
      // Without the Services nobody can tell which ports to count; the user should hear of both lists at once.
      routes: context.routes.filter((route) => /^(services|endpoints)-unknown$/.test(context.resolve(route).state)),
    }) ?? groupByService(context, "endpoints", ({ portName }) => portName)
      .filter(({ resolution }) => resolution.endpoints.ready === 0)
      .map(({ object, resolution, routes }) =>
        toResult({
          rule: "backend/no-ready-endpoints",
          severity: "error",
          object,
          detail: resolution.portName,
          fieldPath: resolution.portName === ""
            ? ".spec.ports"
            : `.spec.ports[name=${JSON.stringify(resolution.portName)}]`,
          should: `a ready endpoint${onPort(resolution.portName)}`,
          is: describe(resolution.endpoints, resolution.portName),
          fix: fixFor(resolution.service),
          routes,
        })
      ),
};

function describe(count: EndpointCount, portName: string): string {
  if (count.sliceCount === 0) return "it has no endpoints: there is no EndpointSlice";
  if (count.total === 0) {
    return count.readyOnAnyPort === 0
      ? "it has no endpoints: its EndpointSlices are empty"
      : `no endpoint has the port${
        portName === "" ? "" : ` "${portName}"`
      }; ${count.readyOnAnyPort} are ready without it`;
  }
  const draining = count.draining === 0 ? "" : `, ${count.draining} terminating but still serving`;
  return `0 of ${count.total} ready${onPort(portName)}${draining}`;
}

function onPort(portName: string): string {
  return portName === "" ? "" : ` on port "${portName}"`;
}

function fixFor({ namespace, name, selector }: ServiceObject): string {
  const labels = Object.entries(selector).map(([key, value]) => `${key}=${value}`).join(",");
  return labels === ""
    ? `the Service selects no pods: kubectl get endpointslices -n ${namespace} -l kubernetes.io/service-name=${name}`
    : `kubectl get pods -n ${namespace} -l ${labels}`;
}
