import type { TlsEntry } from "../../routes/route.ts";
import { listHosts } from "../rule/list-hosts.ts";

/**
 * Says what clients get where a Secret cannot be used. The API shows it nowhere: ingress-nginx, for one, writes a line to
 * its log and serves a certificate of its own.
 */
export function describeDefaultCertificate(entries: readonly TlsEntry[]): string {
  const hosts = listHosts(entries.flatMap((entry) => entry.hosts));
  const subject = hosts === "" ? "its hosts get" : `${hosts} ${hosts.includes(",") ? "get" : "gets"}`;
  return `${subject} the controller's default certificate`;
}
