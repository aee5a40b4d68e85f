import type { Finding, RuleId, RuleResult } from "../rules/rule/finding.ts";

/**
 * Which rules a finding may only follow from, the nearest cause first. The cause has to concern the same object: it is
 * its object at fault, or one of its consequences.
 *
 * Only what goes away when the cause is repaired stands here. The table has no cycle.
 */
const causesByRule: Readonly<Partial<Record<RuleId, readonly RuleId[]>>> = {
  // A controller that does not take the Ingress publishes no address, and gives no class to judge by.
  "address/pending": ["class/missing", "class/none"],
  "address/stale": ["address/wrong-load-balancer"],
  // A certificate is replaced as a whole: a new one has other names, another end and another key.
  "tls/secret-type": ["tls/secret-keys"],
  "tls/certificate-unreadable": ["tls/secret-keys"],
  "tls/certificate-expired": ["tls/temporary-certificate"],
  "tls/certificate-expiring": ["tls/temporary-certificate"],
  "tls/certificate-not-yet-valid": ["tls/temporary-certificate"],
  "tls/host-not-covered": ["tls/temporary-certificate", "tls/certificate-expired", "tls/certificate-not-yet-valid"],
  "tls/key-mismatch": ["tls/temporary-certificate"],
  "tls/chain-incomplete": [
    "tls/temporary-certificate",
    "tls/certificate-expired",
    "tls/certificate-not-yet-valid",
    "tls/host-not-covered",
  ],
};

/** What stands between two Ingresses follows from what takes every route that it concerns. */
const causesByRoutes: Readonly<Partial<Record<RuleId, readonly RuleId[]>>> = {
  "tls/duplicate-sni": ["route/duplicate", "route/shadowed"],
};

/** Says of each finding that only follows from another which one that is: always one without a cause of its own. */
export function linkCauses(results: readonly RuleResult[]): readonly RuleResult[] {
  const failures = new Map<string, RuleResult[]>();
  for (const result of results) {
    const { finding } = result;
    if (finding.outcome !== "fail") continue;
    for (const ref of [finding.object, ...finding.consequences ?? []]) {
      const known = failures.get(keyOf(ref));
      if (known === undefined) failures.set(keyOf(ref), [result]);
      else known.push(result);
    }
  }
  const causes = new Map<Finding, Finding>();
  for (const result of results) {
    const { finding } = result;
    if (finding.outcome !== "fail") continue;
    const cause = causeOf(finding, failures.get(keyOf(finding.object)) ?? []) ?? causeByRoutes(result, failures) ??
      causeElsewhere(result, failures);
    if (cause !== undefined) causes.set(finding, cause);
  }
  if (causes.size === 0) return results;
  return results.map((result) => {
    const cause = causes.get(result.finding);
    return cause === undefined ? result : { ...result, finding: withCause(result.finding, rootOf(cause, causes).id) };
  });
}

type Failures = ReadonlyMap<string, readonly RuleResult[]>;

function causeOf({ rule }: Finding, candidates: readonly RuleResult[]): Finding | undefined {
  // A controller complains in an event about what a rule has found already.
  if (rule === "event/warning") {
    return candidates.find(({ finding }) => finding.severity === "error" && finding.rule !== rule)?.finding;
  }
  for (const wanted of causesByRule[rule] ?? []) {
    const cause = candidates.find(({ finding }) => finding.rule === wanted);
    if (cause !== undefined) return cause.finding;
  }
  return undefined;
}

function causeByRoutes({ finding, routes }: RuleResult, failures: Failures): Finding | undefined {
  const wanted = causesByRoutes[finding.rule];
  if (wanted === undefined || routes.length === 0) return undefined;
  const candidates = failures.get(keyOf(finding.object)) ?? [];
  return candidates.find((candidate) =>
    wanted.includes(candidate.finding.rule) && routes.every((route) => candidate.routes.includes(route))
  )?.finding;
}

/** What tells the certificate in a Secret from the one that was meant. */
const aboutCertificates: ReadonlySet<RuleId> = new Set([
  "tls/temporary-certificate",
  "tls/certificate-expired",
  "tls/certificate-not-yet-valid",
  "tls/certificate-expiring",
  "tls/host-not-covered",
  "tls/key-mismatch",
  "tls/chain-incomplete",
]);

/** A cause at an object that the finding itself names. */
function causeElsewhere({ mayFollowFrom = [] }: RuleResult, failures: Failures): Finding | undefined {
  for (const ref of mayFollowFrom) {
    const cause = failures.get(keyOf(ref))?.find(({ finding }) =>
      keyOf(finding.object) === keyOf(ref) && aboutCertificates.has(finding.rule)
    );
    if (cause !== undefined) return cause.finding;
  }
  return undefined;
}

function rootOf(finding: Finding, causes: ReadonlyMap<Finding, Finding>): Finding {
  let root = finding;
  for (let next = causes.get(root); next !== undefined; next = causes.get(root)) root = next;
  return root;
}

function withCause(finding: Finding, cause: string): Finding {
  const { consequences, fix, ...rest } = finding;
  return { ...rest, cause, ...(consequences === undefined ? {} : { consequences }), fix };
}

function keyOf(ref: { readonly kind: string; readonly namespace: string; readonly name: string }): string {
  return `${ref.kind}/${ref.namespace}/${ref.name}`;
}
