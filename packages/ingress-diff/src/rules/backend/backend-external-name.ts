import type { Rule } from "../rule/rule.ts";
import { groupByService } from "./group-by-service.ts";

const id = "backend/external-name";

/**
 * A route leads to a Service of type ExternalName: a DNS name, of which the cluster knows no endpoints.
 *
 * @see {@link https://kubernetes.io/docs/concepts/services-networking/service/#externalname}
 */
export const backendExternalName: Rule<typeof id> = {
  id,
  summary: "A route leads to a DNS name outside the cluster.",
  severity: "info",
  why:
    "Whether anything answers there cannot be seen in the cluster, and controllers can be set to refuse such Services.",
  fix:
    "see that the name resolves, and that the controller allows Services of type ExternalName; keep it if that is meant",
  scope: "view",
  example: {
    given: "the Service becomes a name outside the cluster",
    says: /^leads to the name \S+, outside the cluster$/,
  },
  check: (context) =>
    groupByService(context, "external-name", () => "").map(({ object, resolution: { service }, routes }) => ({
      object,
      fieldPath: ".spec.externalName",
      should: "endpoints in the cluster, to tell whether anything answers",
      is: service.externalName === undefined || service.externalName === ""
        ? "is of type ExternalName and has no name to lead to"
        : `leads to the name ${service.externalName}, outside the cluster`,
      routes,
    })),
};
