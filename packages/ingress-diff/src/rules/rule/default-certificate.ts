import type { TlsEntry } from "../../routes/route.ts";

/**
 * Says what clients get where a Secret cannot be used. The API shows it nowhere: ingress-nginx, for one, writes a line to
 * its log and serves a certificate of its own.
 */
export function describeDefaultCertificate(entries: readonly TlsEntry[]): string {
  const hosts = listHosts(entries.flatMap((entry) => entry.hosts));
  const subject = hosts === "" ? "its hosts get" : `${hosts} ${hosts.includes(",") ? "get" : "gets"}`;
  return `${subject} the controller's default certificate`;
}

/** Names hosts without repeats, at most four of them. */
export function listHosts(hosts: readonly string[]): string {
  const sorted = [...new Set(hosts)].sort();
  const shown = sorted.slice(0, 4).join(", ");
  return sorted.length > 4 ? `${shown} and ${sorted.length - 4} more` : shown;
}
