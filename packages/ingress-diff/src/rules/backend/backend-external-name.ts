import { toResult } from "../rule/finding.ts";
import { groupByService } from "./group-by-service.ts";
import type { Rule } from "../rule/rule-context.ts";

/**
 * A route leads to a Service of type ExternalName: a DNS name, of which the cluster knows no endpoints.
 *
 * @see {@link https://kubernetes.io/docs/concepts/services-networking/service/#externalname}
 */
export const backendExternalName: Rule = {
  id: "backend/external-name",
  summary: "A route leads to a DNS name outside the cluster.",
  severity: "info",
  why:
    "Whether anything answers there cannot be seen in the cluster, and controllers can be set to refuse such Services.",
  fix: "Nothing, if that is meant. See that the name resolves and that the controller allows it.",
  check: (context) =>
    groupByService(context, "external-name", () => "").map(({ object, resolution: { service }, routes }) =>
      toResult({
        rule: "backend/external-name",
        severity: "info",
        object,
        fieldPath: ".spec.externalName",
        should: "endpoints in the cluster, to tell whether anything answers",
        is: service.externalName === undefined || service.externalName === ""
          ? "a Service of type ExternalName without a name"
          : `the name ${service.externalName}, outside the cluster`,
        fix: "nothing, if that is meant and the controller allows Services of type ExternalName",
        routes,
      })
    ),
};
