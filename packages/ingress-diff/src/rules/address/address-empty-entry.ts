import { toResult } from "../rule/finding.ts";
import type { Rule } from "../rule/rule-context.ts";

/**
 * The status holds an entry with neither `ip` nor `hostname`.
 *
 * The API server accepts `[{}]`, and tools that only count entries then take the Ingress for ready.
 */
export const addressEmptyEntry: Rule = {
  id: "address/empty-entry",
  summary: "The status of an Ingress holds an entry without ip and hostname.",
  severity: "error",
  why:
    "The API server accepts such an entry, and tools that only count entries call the Ingress healthy; DNS automation finds nothing to publish.",
  fix:
    "Find what writes the status (kubectl get ingress NAME -o yaml --show-managed-fields) and see why it had no address to write.",
  check: ({ sources }) =>
    sources.filter((source) => source.emptyAddressCount > 0).map((source) => {
      const total = source.addresses.length + source.emptyAddressCount;
      return toResult({
        rule: "address/empty-entry",
        // Beside a real address the Ingress can still be reached.
        severity: source.addresses.length === 0 ? "error" : "warning",
        object: source.ref,
        fieldPath: ".status.loadBalancer.ingress",
        should: "an address in every entry",
        is: `${source.emptyAddressCount} of ${total} ${
          total === 1 ? "entry has" : "entries have"
        } neither ip nor hostname`,
        fix: "look at the log of whatever publishes this status; " +
          `kubectl get ingress ${source.ref.name} -n ${source.ref.namespace} -o yaml --show-managed-fields names it`,
        routes: source.routes,
        sources: [source],
      });
    }),
};
