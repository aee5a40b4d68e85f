import type { Rule } from "../rule/rule.ts";

const id = "address/empty-entry";

/**
 * The status holds an entry with neither `ip` nor `hostname`.
 *
 * The API server accepts `[{}]`, and tools that only count entries then take the Ingress for ready.
 */
export const addressEmptyEntry: Rule<typeof id> = {
  id,
  summary: "The status of an Ingress holds an entry without ip and hostname.",
  severity: "error",
  why:
    "The API server accepts such an entry, and tools that only count entries call the Ingress healthy; DNS automation finds nothing to publish.",
  fix: "find what writes the status, and see in its log why it had no address to write",
  command: "kubectl get ingress NAME -n NAMESPACE -o yaml --show-managed-fields",
  word: "no address",
  scope: "view",
  example: {
    given: "the entry of the status is empty",
    says: /^has neither ip nor hostname in 1 of 1 entry$/,
  },
  check: ({ sources }) =>
    sources.filter((source) => source.emptyAddressCount > 0).map((source) => {
      const total = source.addresses.length + source.emptyAddressCount;
      return {
        // Beside a real address the Ingress can still be reached.
        severity: source.addresses.length === 0 ? "error" : "warning",
        object: source.ref,
        fieldPath: ".status.loadBalancer.ingress",
        should: "an address in every entry",
        is: `has neither ip nor hostname in ${source.emptyAddressCount} of ${total} ${
          total === 1 ? "entry" : "entries"
        }`,
        routes: source.routes,
        sources: [source],
      };
    }),
};
