import { toResult } from "../rule/finding.ts";
import { groupByService } from "./group-by-service.ts";
import type { Rule } from "../rule/rule-context.ts";
import { unknownList } from "../rule/unknown-list.ts";

/** A route, the default backend included, leads to a Service that does not exist in the Ingress's namespace. */
export const backendServiceMissing: Rule = {
  id: "backend/service-missing",
  summary: "The Service that a route leads to does not exist.",
  severity: "error",
  why: "Requests for the route are answered with 503 or 404 by the controller.",
  fix: "Create the Service in the namespace of the Ingress, or name the right one.",
  check: (context) =>
    unknownList(context, "services", "backend/service-missing", {
      routes: groupByService(context, "services-unknown", () => "").flatMap(({ routes }) => routes),
    }) ?? groupByService(context, "service-missing", () => "").map(({ object, routes }) => {
      const elsewhere = context.view.services
        .filter((service) => service.name === object.name)
        .map((service) => service.namespace);
      return toResult({
        rule: "backend/service-missing",
        severity: "error",
        object,
        fieldPath: ".metadata.name",
        should: `a Service named "${object.name}" in namespace "${object.namespace}"`,
        is: elsewhere.length === 0
          ? "missing"
          : `missing; there is one in ${elsewhere.slice(0, 3).map((name) => `"${name}"`).join(", ")}, ` +
            "which an Ingress cannot reach",
        fix: `create the Service, or name one of kubectl get services -n ${object.namespace}`,
        routes,
      });
    }),
};
