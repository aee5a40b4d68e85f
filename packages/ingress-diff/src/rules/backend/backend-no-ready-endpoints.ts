import type { ServiceObject } from "../../observe/cluster-view.ts";
import { toResult } from "../rule/finding.ts";
import { formatSelector } from "./format-selector.ts";
import { groupByService } from "./group-by-service.ts";
import type { EndpointCount } from "../rule/resolve-backend.ts";
import type { Rule } from "../rule/rule-context.ts";
import { unknownList } from "../rule/unknown-list.ts";

/**
 * A port of a Service has no ready endpoint, although the Service has endpoints.
 *
 * Endpoints are counted per port name, since a pod may be ready on one port and not have the other. Readiness that is
 * not said counts as ready. Endpoints that terminate and still serve get requests from some controllers, for a while.
 */
export const backendNoReadyEndpoints: Rule = {
  id: "backend/no-ready-endpoints",
  summary: "The Service that a route leads to has no ready endpoint on the port.",
  severity: "error",
  why: "Requests for the route are answered with 502 or 503: there is nothing ready to send them to.",
  fix: "See why the pods behind the Service are not ready, or whether they have the port that it targets.",
  readsEndpointSlices: true,
  check: (context) =>
    unknownList(context, "endpointslices", "backend/no-ready-endpoints", {
      // Without the Services nobody can tell which ports to count; the user should hear of both lists at once.
      routes: (["services-unknown", "endpoints-unknown"] as const).flatMap((state) =>
        groupByService(context, state, () => "").flatMap(({ routes }) => routes)
      ),
    }) ?? groupByService(context, "endpoints", ({ portName }) => portName)
      .filter(({ resolution: { endpoints } }) => endpoints.ready === 0 && endpoints.totalOnAnyPort > 0)
      .map(({ object, resolution, routes }) =>
        toResult({
          rule: "backend/no-ready-endpoints",
          // Whether these still get requests depends on the controller, and it ends soon:
          // https://github.com/kubernetes/enhancements/tree/master/keps/sig-network/1669-proxy-terminating-endpoints
          severity: resolution.endpoints.draining > 0 ? "warning" : "error",
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
  if (count.total === 0) {
    const rest = count.readyOnAnyPort === 0
      ? `${count.totalOnAnyPort} are there without it, none of them ready`
      : `${count.readyOnAnyPort} are ready without it`;
    return `no endpoint has the port${portName === "" ? "" : ` "${portName}"`}; ${rest}`;
  }
  const draining = count.draining === 0 ? "" : `, ${count.draining} terminating but still serving`;
  return `0 of ${count.total} ready${onPort(portName)}${draining}`;
}

function onPort(portName: string): string {
  return portName === "" ? "" : ` on port "${portName}"`;
}

function fixFor(service: ServiceObject): string {
  const { namespace, name } = service;
  const selector = formatSelector(service);
  return selector === ""
    ? `the Service selects no pods: kubectl get endpointslices -n ${namespace} -l kubernetes.io/service-name=${name}`
    : `kubectl get pods -n ${namespace} -l ${selector}`;
}
