import type { ServiceObject } from "../../observe/cluster-view.ts";
import type { Rule } from "../rule/rule.ts";
import { groupByService } from "./group-by-service.ts";

const id = "backend/port-missing";

/**
 * The Service exists and does not have the port that a route names.
 *
 * A number has to be the Service's own port (not targetPort, not nodePort), a name the name of one of its ports. So a
 * wrong number is caught also on a Service whose single port has no name.
 */
export const backendPortMissing: Rule<typeof id> = {
  id,
  summary: "The Service that a route leads to has no such port.",
  severity: "error",
  why:
    "A controller cannot send requests to a port that the Service does not have, also where the Service has one port only.",
  fix: "name one of the Service's ports in the Ingress, or add this one to the Service",
  command: "kubectl get service NAME -n NAMESPACE",
  word: "no such port",
  scope: "view",
  example: { given: "the Service has other ports now", says: /^has only the port \d+ / },
  check: (context) =>
    groupByService(context, "port-missing", (_resolution, backend) => backend.port).map(
      ({ object, backend, resolution, routes }) => {
        const wanted = formatPort(backend.port);
        return {
          object,
          detail: JSON.stringify(backend.port ?? null),
          fieldPath: ".spec.ports",
          should: `a port ${wanted}`,
          is: describePorts(resolution.service),
          routes,
        };
      },
    ),
};

function formatPort(port: number | string | undefined): string {
  if (port === undefined) return "that the route names, and it names none";
  return typeof port === "number" ? `with the number ${port}` : `with the name "${port}"`;
}

function describePorts({ ports }: ServiceObject): string {
  if (ports.length === 0) return "has no ports";
  const texts = ports.slice(0, 8).map(({ name, port }) => name === "" ? `${port} (no name)` : `${port} ("${name}")`);
  if (ports.length > texts.length) texts.push(`${ports.length - texts.length} more`);
  return `has ${ports.length === 1 ? "only the port" : "the ports"} ${texts.join(", ")}`;
}
