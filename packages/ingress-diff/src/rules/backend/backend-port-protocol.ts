import { toResult } from "../rule/finding.ts";
import { groupByService } from "./group-by-service.ts";
import type { Rule } from "../rule/rule-context.ts";

/**
 * A route leads to a port of a Service that is one of UDP or SCTP.
 *
 * Where one number stands for a port of TCP and another of UDP, as with HTTP/3, the one of TCP is meant.
 */
export const backendPortProtocol: Rule = {
  id: "backend/port-protocol",
  summary: "The Service's port that a route leads to is one of UDP or SCTP.",
  severity: "error",
  why: "Controllers send HTTP over TCP. Nothing answers there on a port that is only open for UDP or SCTP.",
  fix: "Name a port of TCP, or set the protocol of this one to TCP.",
  check: (context) =>
    groupByService(context, "port-protocol", ({ port }) => `${port.port}/${port.protocol}`).map(
      ({ object, resolution: { port }, routes }) =>
        toResult({
          rule: "backend/port-protocol",
          severity: "error",
          object,
          detail: `${port.port}/${port.protocol}`,
          fieldPath: `.spec.ports[port=${port.port},protocol=${JSON.stringify(port.protocol)}].protocol`,
          should: `TCP, over which HTTP is sent, on port ${port.port}`,
          is: port.protocol,
          fix: "name a port of TCP in the Ingress, or set the protocol of this one to TCP",
          routes,
        }),
    ),
};
