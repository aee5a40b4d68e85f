import type { Finding } from "../evaluate/finding.ts";
import type { Origin, ReportOptions } from "./report-options.ts";

/** Where a finding is best shown: at its object, else, if that is missing, at the first Ingress that it affects. */
export function findOrigin(finding: Finding, originOf: ReportOptions["originOf"]): Origin | undefined {
  if (originOf === undefined) return undefined;
  const own = originOf(finding.object);
  if (own !== undefined) return own;
  for (const consequence of finding.consequences ?? []) {
    const origin = originOf({ apiVersion: "networking.k8s.io/v1", ...consequence });
    if (origin !== undefined) return origin;
  }
  return undefined;
}
