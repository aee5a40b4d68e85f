import { compareText } from "@kubeschema/model/compare-text";
import { compareManifest, type CompareOptions } from "./compare-manifest.ts";
import type { DriftVerdict, IngressDrift, LiveIngress } from "./ingress-drift.ts";
import type { IngressManifest, ManifestIssue, Manifests } from "./manifest.ts";

/** What some manifests would change in a cluster. */
export interface DriftReport {
  /** For people, such as `context prod`. */
  readonly source: string;
  readonly serverVersion?: string;
  /** RFC 3339: when the cluster was read. */
  readonly at: string;
  /** False if the live Ingresses are not of a single point in time. */
  readonly isComplete: boolean;
  readonly requestCount: number;
  /** By namespace and name. */
  readonly ingresses: readonly IngressDrift[];
  /** Objects of other kinds in the manifests. */
  readonly otherCount: number;
  /** What of the manifests could not be read. */
  readonly issues: readonly ManifestIssue[];
}

/** What was read from a cluster in addition to its Ingresses. */
export type DriftSource = Pick<DriftReport, "source" | "serverVersion" | "at" | "isComplete" | "requestCount">;

/** Compares every manifest with the live Ingress of its name. Pure. */
export function compareManifests(
  manifests: Manifests,
  findLive: (manifest: IngressManifest) => LiveIngress,
  source: DriftSource,
  options: Omit<CompareOptions, "serverVersion"> = {},
): DriftReport {
  const { serverVersion } = source;
  const judgeBy: CompareOptions = { ...options, ...(serverVersion === undefined ? {} : { serverVersion }) };
  return {
    ...source,
    ingresses: manifests.ingresses
      .map((manifest) => compareManifest(manifest, findLive(manifest), judgeBy))
      .sort((a, b) => compareText(a.namespace, b.namespace) || compareText(a.name, b.name)),
    otherCount: manifests.otherCount,
    issues: manifests.issues,
  };
}

/** Counts Ingresses by verdict. */
export function countVerdicts({ ingresses }: DriftReport): Readonly<Record<DriftVerdict, number>> {
  const counts = { unchanged: 0, changed: 0, new: 0, refused: 0, unknown: 0 };
  for (const { verdict } of ingresses) counts[verdict]++;
  return counts;
}

/** 0 if the cluster is as the manifests ask, 1 if it differs, 2 if that could not be told of every Ingress. */
export function driftExitCode(report: DriftReport): 0 | 1 | 2 {
  const counts = countVerdicts(report);
  if (counts.refused + counts.unknown + report.issues.length > 0) return 2;
  return counts.changed + counts.new > 0 ? 1 : 0;
}
