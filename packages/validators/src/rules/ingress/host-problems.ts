import { dns1123SubdomainProblems } from "../../formats/dns-1123-subdomain.ts";
import type { Problems } from "../../formats/problems.ts";
import { wildcardHostProblems } from "../../formats/wildcard-host.ts";

/** Checks a host of a rule or of `tls`: with a `*` it must be a wildcard host, without a subdomain. */
export function hostProblems(host: string): Problems {
  return host.includes("*") ? wildcardHostProblems(host) : dns1123SubdomainProblems(host);
}
