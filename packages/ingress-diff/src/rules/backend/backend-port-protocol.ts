import type { Rule } from "../rule/rule.ts";
import { groupByService } from "./group-by-service.ts";

const id = "backend/port-protocol";

/**
 * A route leads to a port of a Service that is one of UDP or SCTP.
 *
 * Where TCP and UDP ports share a number, as with HTTP/3, the TCP one is meant.
 */
export const backendPortProtocol: Rule<typeof id> = {
  id,
  summary: "The Service's port that a route leads to is one of UDP or SCTP.",
  severity: "error",
  why: "Controllers send HTTP over TCP. Nothing answers there on a port that is only open for UDP or SCTP.",
  fix: "name a port of TCP in the Ingress, or set the protocol of this one to TCP",
  command: "kubectl get service NAME -n NAMESPACE -o yaml",
  word: "not a TCP port",
  scope: "view",
  example: { given: "the port is of UDP", says: /^has the protocol UDP on port 80$/ },
  check: (context) =>
    groupByService(context, "port-protocol", ({ port }) => `${port.port}/${port.protocol}`).map(
      ({ object, resolution: { port }, routes }) => ({
        object,
        detail: `${port.port}/${port.protocol}`,
        fieldPath: `.spec.ports[port=${port.port},protocol=${JSON.stringify(port.protocol)}].protocol`,
        should: `TCP, over which HTTP is sent, on port ${port.port}`,
        is: `has the protocol ${port.protocol} on port ${port.port}`,
        routes,
      }),
    ),
};
