import { compareText } from "@kubeschema/model/compare-text";
import type { Rule } from "../rule/rule.ts";

const id = "address/port-error";

/**
 * The status says that the load balancer could not open a port.
 *
 * The API has a format for the error and does not insist on it, so any text counts.
 *
 * @see {@link https://kubernetes.io/docs/reference/kubernetes-api/service-resources/ingress-v1/#IngressStatus}
 */
export const addressPortError: Rule<typeof id> = {
  id,
  summary: "The status says that a port of the load balancer has an error.",
  severity: "error",
  why:
    "A controller writes .status.loadBalancer.ingress[].ports[].error where the load balancer cannot serve a port; hardly any tool shows it.",
  fix: "read the events of the Ingress, the log of its controller and the state of the load balancer",
  command: "kubectl describe ingress NAME -n NAMESPACE",
  word: "port error",
  scope: "view",
  example: {
    given: "a port of the load balancer has an error",
    says: /^has the error CertificateRefused on port 443\/TCP/,
  },
  check: ({ sources }) =>
    sources.filter(({ portErrors, isBeingDeleted }) => portErrors.length > 0 && !isBeingDeleted).map((source) => {
      const errors = source.portErrors.map(({ address, port, protocol, error }) =>
        `the error ${error} on port ${port}/${protocol}${address === "" ? "" : ` of ${address}`}`
      );
      return {
        object: source.ref,
        fieldPath: ".status.loadBalancer.ingress",
        should: "ports without an error",
        is: `has ${[...new Set(errors)].sort(compareText).join(" and ")}`,
        routes: source.routes,
        sources: [source],
      };
    }),
};
