import { compareText } from "../../observe/sort-objects.ts";
import { toResult } from "../rule/finding.ts";
import type { Rule } from "../rule/rule-context.ts";

/**
 * The status says that the load balancer could not open a port.
 *
 * The API has a format for the error and does not insist on it, so any text counts.
 *
 * @see {@link https://kubernetes.io/docs/reference/kubernetes-api/service-resources/ingress-v1/#IngressStatus}
 */
export const addressPortError: Rule = {
  id: "address/port-error",
  summary: "The status says that a port of the load balancer has an error.",
  severity: "error",
  why:
    "A controller writes .status.loadBalancer.ingress[].ports[].error where the load balancer cannot serve a port; hardly any tool shows it.",
  fix: "Read the log of the controller and the state of the load balancer.",
  check: ({ sources }) =>
    sources.filter(({ portErrors, isBeingDeleted }) => portErrors.length > 0 && !isBeingDeleted).map((source) => {
      const errors = source.portErrors.map(({ address, port, protocol, error }) =>
        `${error} on port ${port}/${protocol}${address === "" ? "" : ` of ${address}`}`
      );
      return toResult({
        rule: "address/port-error",
        severity: "error",
        object: source.ref,
        fieldPath: ".status.loadBalancer.ingress",
        should: "ports without an error",
        is: [...new Set(errors)].sort(compareText).join("; "),
        fix: `kubectl describe ingress ${source.ref.name} -n ${source.ref.namespace}, and the log of its controller`,
        routes: source.routes,
        sources: [source],
      });
    }),
};
