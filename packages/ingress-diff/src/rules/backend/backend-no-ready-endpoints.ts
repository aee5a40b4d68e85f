import { optional } from "../../observe/json-value.ts";
import type { EndpointCount } from "../rule/resolve-backend.ts";
import type { Rule } from "../rule/rule.ts";
import { unknownList } from "../rule/unknown-list.ts";
import { groupByService } from "./group-by-service.ts";
import { podsCommand, slicesCommand } from "./selected-pods.ts";

const id = "backend/no-ready-endpoints";

/**
 * A port of a Service has no ready endpoint, although the Service has endpoints.
 *
 * Endpoints are counted per port name, since a pod may be ready on one port and not have the other. Readiness that is
 * not said counts as ready. Endpoints that terminate and still serve get requests from some controllers, for a while.
 */
export const backendNoReadyEndpoints: Rule<typeof id> = {
  id,
  summary: "The Service that a route leads to has no ready endpoint on the port.",
  severity: "error",
  why: "Requests for the route are answered with 502 or 503: there is nothing ready to send them to.",
  fix: "see why the pods behind the Service are not ready, or whether they have the port that it targets",
  command: slicesCommand,
  // The route table shows the number of endpoints.
  word: "",
  scope: "service",
  example: { given: "no pod is ready", says: /^has 0 of \d+ endpoints ready on port "http"$/ },
  check: (context) =>
    unknownList(context, "endpointslices", {
      // Without the Services nobody can tell which ports to count; the user should hear of both lists at once.
      routes: (["services-unknown", "endpoints-unknown"] as const).flatMap((state) =>
        groupByService(context, state, () => "").flatMap(({ routes }) => routes)
      ),
    }) ?? groupByService(context, "endpoints", ({ portName }) => portName)
      .filter(({ resolution: { endpoints } }) => endpoints.ready === 0 && endpoints.totalOnAnyPort > 0)
      .map(({ object, resolution, routes }) => ({
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
        ...optional("command", podsCommand(resolution.service)),
        routes,
      })),
};

function describe(count: EndpointCount, portName: string): string {
  if (count.total === 0) {
    const rest = count.readyOnAnyPort === 0
      ? `${count.totalOnAnyPort} are there without it, none of them ready`
      : `${count.readyOnAnyPort} are ready without it`;
    return `has no endpoint with the port${portName === "" ? "" : ` "${portName}"`}; ${rest}`;
  }
  const draining = count.draining === 0 ? "" : `, ${count.draining} terminating but still serving`;
  return `has 0 of ${count.total} endpoints ready${onPort(portName)}${draining}`;
}

function onPort(portName: string): string {
  return portName === "" ? "" : ` on port "${portName}"`;
}
