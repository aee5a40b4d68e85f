import { objectKey } from "../../observe/object-key.ts";
import type { RouteSource, TlsEntry } from "../../routes/route.ts";
import type { Fault } from "../rule/fault.ts";
import { listHosts } from "../rule/list-hosts.ts";
import { neighbourhoodOf } from "../rule/neighbourhood.ts";
import { findLosers } from "../rule/older-neighbour.ts";
import type { RuleContext } from "../rule/rule-context.ts";
import type { Rule } from "../rule/rule.ts";

const id = "tls/duplicate-sni";

/**
 * Two TLS entries of one class list the same host with different certificates: only one of them is ever served.
 *
 * The oldest Ingress wins, as ingress-nginx does it, and within one Ingress the first entry. Copies of one certificate in
 * several Secrets are not a fault, nor are Ingresses on different load balancers.
 *
 * @see {@link https://kubernetes.github.io/ingress-nginx/how-it-works/#building-the-nginx-model}
 */
export const tlsDuplicateSni: Rule<typeof id> = {
  id,
  summary: "Two TLS entries list the same host with different certificates.",
  severity: "warning",
  why:
    "A host has one certificate. Which of the two that is depends on the controller, and changes when an Ingress is deleted and made again.",
  fix: "name the same Secret in both, or take the host out of one of them",
  followsFrom: {
    // What stands between two Ingresses follows from what takes every route that it affects.
    sameRoutes: ["route/duplicate", "route/shadowed"],
    // What distinguishes the certificate in a Secret from the one that was meant.
    namedObject: [
      "tls/certificate-unreadable",
      "tls/temporary-certificate",
      "tls/certificate-expired",
      "tls/certificate-not-yet-valid",
      "tls/certificate-expiring",
      "tls/host-not-covered",
      "tls/key-mismatch",
      "tls/chain-incomplete",
    ],
  },
  scope: "view",
  example: {
    given: "another team has a path of the host, and a certificate of its own",
    says: /^lists a host for which the older Ingress \S+ names Secret "/,
  },
  check: (context) => {
    const pairs = new Map<string, Lost>();
    const { sources, isAlone } = neighbourhoodOf(context);
    for (const group of entriesByHost(sources)) {
      for (const { loser, winner } of findLosers(group, isAlone)) {
        const [lost, served] = [certificateOf(context, loser.entry), certificateOf(context, winner.entry)];
        // What could not be read may be a copy.
        if (lost === undefined || served === undefined || lost === served) continue;
        const key = JSON.stringify([loser.source.ref, winner.source.ref, winner.entry.secret]);
        const pair = pairs.get(key) ?? { loser: loser.entry, winner: winner.entry, hosts: new Set() };
        pair.hosts.add(loser.host);
        pairs.set(key, pair);
      }
    }
    return [...pairs.values()].map(report);
  },
};

/** A TLS entry as one of its hosts sees it. */
interface HostEntry {
  readonly source: RouteSource;
  readonly entry: TlsEntry;
  readonly host: string;
}

/** The entries with a Secret that list the same host in one class, where there are several. */
function entriesByHost(sources: readonly RouteSource[]): Iterable<readonly HostEntry[]> {
  const byClass = new Map<string | undefined, Map<string, HostEntry>>();
  const several = new Map<HostEntry, HostEntry[]>();
  for (const source of sources) {
    if (source.tls.length === 0) continue;
    const byHost = byClass.get(source.className) ?? new Map<string, HostEntry>();
    byClass.set(source.className, byHost);
    for (const entry of source.tls) {
      if (entry.secret === undefined) continue;
      for (const host of entry.hosts) {
        const lower = host.toLowerCase();
        const first = byHost.get(lower);
        const item = { source, entry, host };
        if (first === undefined) byHost.set(lower, item);
        else append(several, first, item);
      }
    }
  }
  return several.values();
}

function append(several: Map<HostEntry, HostEntry[]>, first: HostEntry, item: HostEntry): void {
  const group = several.get(first);
  if (group === undefined) several.set(first, [first, item]);
  else group.push(item);
}

/** Hosts for which one entry's certificate is never served, and whose is. */
interface Lost {
  readonly loser: TlsEntry;
  readonly winner: TlsEntry;
  readonly hosts: Set<string>;
}

function report({ loser, winner, hosts }: Lost): Fault {
  const owner = loser.source === winner.source
    ? "an earlier entry of the same Ingress"
    : `the older Ingress ${objectKey(winner.source.ref)}`;
  return {
    object: loser.source.ref,
    detail: `${objectKey(winner.source.ref)} ${winner.secret?.name ?? ""}`,
    fieldPath: `${loser.fieldPath}.secretName`,
    should: `one certificate for ${listHosts([...hosts])}`,
    is: `lists ${hosts.size === 1 ? "a host" : "hosts"} for which ${owner} names Secret "${
      winner.secret?.name ?? ""
    }", and that one is served`,
    routes: routesOf(loser.source, hosts),
    sources: [loser.source],
    // Copies of one certificate are distinguished when one of them is replaced or lost.
    mayFollowFrom: [loser, winner].flatMap(({ secret }) =>
      secret === undefined ? [] : [{ apiVersion: "v1", kind: "Secret", ...secret }]
    ),
  };
}

function routesOf(source: RouteSource, hosts: ReadonlySet<string>): RouteSource["routes"] {
  return source.routes.filter(({ host }) => hosts.has(host));
}

/** The certificate itself, if it was read: many copy one Secret into every namespace. */
function certificateOf({ secrets }: RuleContext, { secret }: TlsEntry): string | undefined {
  return (secret && secrets.get(objectKey(secret))?.certificatePem) || undefined;
}
