import type { Rule } from "../rule/rule.ts";
import { unknownList } from "../rule/unknown-list.ts";
import { groupByService } from "./group-by-service.ts";

const id = "backend/service-missing";

/** A route, the default backend included, leads to a Service that does not exist in the Ingress's namespace. */
export const backendServiceMissing: Rule<typeof id> = {
  id,
  summary: "The Service that a route leads to does not exist.",
  severity: "error",
  why: "Requests for the route are answered with 503 or 404 by the controller.",
  fix: "create the Service in the namespace of the Ingress, or name one that exists",
  command: "kubectl get services -n NAMESPACE",
  word: "no Service",
  scope: "view",
  example: { given: "the Service is deleted", says: /^does not exist\b/ },
  check: (context) =>
    unknownList(context, "services", {
      routes: groupByService(context, "services-unknown", () => "").flatMap(({ routes }) => routes),
    }) ?? groupByService(context, "service-missing", () => "").map(({ object, routes }) => {
      const elsewhere = context.view.services
        .filter((service) => service.name === object.name)
        .map((service) => service.namespace);
      return {
        object,
        fieldPath: ".metadata.name",
        should: `a Service named "${object.name}" in namespace "${object.namespace}"`,
        is: elsewhere.length === 0
          ? "does not exist"
          : `does not exist; there is one in ${elsewhere.slice(0, 3).map((name) => `"${name}"`).join(", ")}, ` +
            "which an Ingress cannot reach",
        routes,
      };
    }),
};
