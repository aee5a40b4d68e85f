import type { ServiceObject } from "../../observe/cluster-view.ts";
import { toResult } from "../rule/finding.ts";
import { groupByService } from "./group-by-service.ts";
import type { Rule } from "../rule/rule-context.ts";

/**
 * The Service exists and does not have the port that a route names.
 *
 * A number has to be the Service's own port (not targetPort, not nodePort), a name the name of one of its ports. So a
 * wrong number is caught also on a Service whose single port has no name.
 */
export const backendPortMissing: Rule = {
  id: "backend/port-missing",
  summary: "The Service that a route leads to has no such port.",
  severity: "error",
  why:
    "A controller cannot send requests to a port that the Service does not have, also where the Service has one port only.",
  fix: "Name a port of the Service, or add the port to it.",
  check: (context) =>
    groupByService(context, "port-missing", (_resolution, backend) => backend.port).map(
      ({ object, backend, resolution, routes }) => {
        const wanted = formatPort(backend.port);
        return toResult({
          rule: "backend/port-missing",
          severity: "error",
          object,
          detail: JSON.stringify(backend.port ?? null),
          fieldPath: ".spec.ports",
          should: `a port ${wanted}`,
          is: describePorts(resolution.service),
          fix: "name one of the Service's ports in the Ingress, or add this one to the Service",
          routes,
        });
      },
    ),
};

function formatPort(port: number | string | undefined): string {
  if (port === undefined) return "that the route names: it names none";
  return typeof port === "number" ? `with the number ${port}` : `with the name "${port}"`;
}

function describePorts({ ports }: ServiceObject): string {
  if (ports.length === 0) return "the Service has no ports";
  const texts = ports.slice(0, 8).map(({ name, port }) => name === "" ? `${port} (no name)` : `${port} ("${name}")`);
  if (ports.length > texts.length) texts.push(`${ports.length - texts.length} more`);
  return `the Service has ${ports.length === 1 ? "only " : ""}${texts.join(", ")}`;
}
