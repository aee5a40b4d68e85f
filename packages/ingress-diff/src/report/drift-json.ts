import { countVerdicts, type DriftReport } from "../drift/drift-report.ts";
import type { FieldOwner } from "../drift/field-owners.ts";
import { formatFieldPath } from "../drift/field-path.ts";
import type { DriftProblem, DriftVerdict, IngressDrift, KeptField, OwnedChange } from "../drift/ingress-drift.ts";
import type { ManifestIssue } from "../drift/manifest.ts";
import { escapeCharacter, unsafeCharacters } from "./json-report.ts";

/** The drift report as `-o json` prints it. `version` changes when a field changes its meaning or goes. */
export interface JsonDriftReport {
  readonly version: 1;
  readonly kind: "Drift";
  readonly observed: {
    readonly source: string;
    readonly serverVersion: string | null;
    /** When the cluster was read, in RFC 3339. */
    readonly at: string;
    /** False if the live Ingresses are not of a single point in time. */
    readonly complete: boolean;
    readonly requests: number;
  };
  /** Ingresses of the manifests by verdict, and objects of other kinds in them. */
  readonly summary: Readonly<Record<DriftVerdict, number>> & { readonly otherObjects: number };
  readonly ingresses: readonly JsonIngressDrift[];
  /** What of the manifests could not be read. */
  readonly issues: readonly ManifestIssue[];
}

/** One Ingress of the drift report. */
export interface JsonIngressDrift {
  readonly namespace: string;
  readonly name: string;
  /** That of the manifest. */
  readonly apiVersion: string;
  readonly file: string;
  readonly line: number;
  readonly verdict: DriftVerdict;
  readonly orderOnly: boolean;
  readonly changes: readonly JsonFieldChange[];
  readonly ignored: readonly JsonFieldChange[];
  readonly kept: readonly JsonFieldChange[];
  /** False if the live Ingress has no managedFields: then `owners` says nothing. */
  readonly ownersKnown: boolean;
  readonly issues: readonly ManifestIssue[];
  /** Why it is unknown. */
  readonly problem: DriftProblem | null;
}

/** One field. `null` for a value means none: an Ingress contains no nulls. */
export interface JsonFieldChange {
  readonly type: OwnedChange["type"] | "kept";
  readonly fieldPath: string;
  readonly manifest: unknown;
  readonly live: unknown;
  /** Whether apply would change it. */
  readonly applies: boolean;
  readonly owners: readonly FieldOwner[];
}

/** Turns a drift report into JSON's shape. */
export function toJsonDrift(report: DriftReport): JsonDriftReport {
  return {
    version: 1,
    kind: "Drift",
    observed: {
      source: report.source,
      serverVersion: report.serverVersion ?? null,
      at: report.at,
      complete: report.isComplete,
      requests: report.requestCount,
    },
    summary: { ...countVerdicts(report), otherObjects: report.otherCount },
    ingresses: report.ingresses.map(toJsonIngress),
    issues: report.issues,
  };
}

/** Formats the drift report as JSON, with a line break at the end. */
export function formatJsonDrift(report: DriftReport): string {
  return `${escapeJson(JSON.stringify(toJsonDrift(report), undefined, 2))}\n`;
}

/** JSON that neither a terminal nor a CI system obeys. */
export function escapeJson(text: string): string {
  return text.replace(unsafeCharacters, escapeCharacter);
}

function toJsonIngress(drift: IngressDrift): JsonIngressDrift {
  return {
    namespace: drift.namespace,
    name: drift.name,
    apiVersion: drift.apiVersion,
    file: drift.place.file,
    line: drift.place.line,
    verdict: drift.verdict,
    orderOnly: drift.isOrderOnly,
    changes: drift.changes.map((change) => toJsonChange(change, true)),
    ignored: drift.ignored.map((change) => toJsonChange(change, true)),
    kept: drift.kept.map(toJsonKept),
    ownersKnown: drift.isOwnershipKnown,
    issues: drift.issues,
    problem: drift.problem ?? null,
  };
}

function toJsonChange({ type, path, desired, live, owners }: OwnedChange, applies: boolean): JsonFieldChange {
  return { type, fieldPath: formatFieldPath(path), manifest: desired ?? null, live: live ?? null, applies, owners };
}

function toJsonKept({ path, live, owners }: KeptField): JsonFieldChange {
  return { type: "kept", fieldPath: formatFieldPath(path), manifest: null, live, applies: false, owners };
}
