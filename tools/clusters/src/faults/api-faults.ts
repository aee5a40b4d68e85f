import { withMetadata } from "../objects/kube-object.ts";
import { writer } from "../objects/writer.ts";
import { formatTime } from "../place/format-time.ts";
import type { FaultRow } from "./fault.ts";
import { onIngress } from "./on-ingress.ts";

const dayMs = 86_400_000;

/** Faults in the way objects are written. */
export const apiFaults: readonly FaultRow[] = [
  {
    rule: "api/removed-version-writer",
    way: "a client writes through a version that Kubernetes 1.22 removed",
    severity: "info",
    inject: onIngress(() => true, (ingress, { atMs }) => ({
      ingress: withMetadata(ingress, {
        managedFields: [
          writer("helm", formatTime(atMs - 30 * dayMs), ["spec"], { apiVersion: "extensions/v1beta1" }),
          ...(ingress.metadata.managedFields ?? []).filter((entry) => "subresource" in entry),
        ],
      }),
      // The client has it, not one Ingress.
      object: "Ingress *",
    })),
  },
];
