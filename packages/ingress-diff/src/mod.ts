/**
 * Tells whether a cluster does what its Ingresses ask for: `observe` → `evaluate` → report.
 *
 * A cluster is observed with `observeCluster(createApiClient(await loadConnection(...)), ...)`, kubectl dumps with
 * `observeSnapshot()`. `evaluate()` is pure, and so are the formatters.
 *
 * @module
 */
export { compareManifest, type CompareOptions } from "./drift/compare-manifest.ts";
export {
  compareManifests,
  countVerdicts,
  driftExitCode,
  type DriftReport,
  type DriftSource,
} from "./drift/drift-report.ts";
export type { FieldChange } from "./drift/field-change.ts";
export { type FieldOwner, findOwners } from "./drift/field-owners.ts";
export { formatFieldPath, parseFieldPath, type PathStep } from "./drift/field-path.ts";
export type { DriftVerdict, IngressDrift, KeptField, LiveIngress, OwnedChange } from "./drift/ingress-drift.ts";
export type { IngressVersion } from "./drift/ingress-version.ts";
export type {
  DecodedDocument,
  IngressManifest,
  ManifestIssue,
  ManifestPlace,
  Manifests,
  ManifestSource,
} from "./drift/manifest.ts";
export { type Changes, comparePlanned, type Plan, plan, type PlannedBackend, type PlannedRoute } from "./drift/plan.ts";
export { type IngressName, type LiveIngresses, readLiveIngresses } from "./drift/read-live-ingresses.ts";
export { readManifests } from "./drift/read-manifests.ts";
export { plannedIngresses } from "./drift/view-after-apply.ts";
export type {
  BackendRef,
  ClusterView,
  Endpoint,
  EndpointSliceObject,
  EventObject,
  FieldWriter,
  IngressClassObject,
  IngressObject,
  IngressPath,
  IngressRule,
  IngressTls,
  ListName,
  ListState,
  ObjectReference,
  PortError,
  PortRef,
  ReferencedObject,
  SecretObject,
  ServiceObject,
  ServicePort,
  StatusEntry,
} from "./observe/cluster-view.ts";
export { type ApiClient, type Connection, createApiClient, type Pacing } from "./observe/cluster/api-client.ts";
export { ApiError } from "./observe/cluster/api-error.ts";
export { type ConnectionOptions, loadConnection, type LoadedConnection } from "./observe/cluster/load-connection.ts";
export { observeCluster, type ObserveOptions } from "./observe/cluster/observe-cluster.ts";
export {
  type AddressChange,
  type ClassChange,
  compareEvaluations,
  type Comparison,
  isDifferent,
  type NotCompared,
  type ObservedAt,
} from "./compare/compare-evaluations.ts";
export { type ComparisonSummary, formatHeadline, summarizeComparison } from "./compare/summarize-comparison.ts";
export type { KubeconfigOptions } from "./observe/cluster/load-kubeconfig.ts";
export type { KubeconfigOverrides } from "./observe/cluster/override-kubeconfig.ts";
export { formatSnapshot } from "./observe/snapshot-file.ts";
export type { RbacSubject } from "./rbac/format-grant.ts";
export { formatRbacManifest, type RbacScope } from "./rbac/rbac-manifest.ts";
export { ObservationError } from "./observe/observation-error.ts";
export { observeSnapshot, type SnapshotOptions } from "./observe/observe-snapshot.ts";
export type { SnapshotSource } from "./observe/snapshot-objects.ts";
export { coversHost } from "./routes/host-pattern.ts";
export { routesOfIngresses } from "./routes/ingress-routes.ts";
export type { ClassSource, ObjectRef, Route, RouteBackend, RouteSource, TlsEntry } from "./routes/route.ts";
export { findLostAddresses } from "./compare/find-lost-addresses.ts";
export { allRules } from "./rules/all-rules.ts";
export { evaluate } from "./evaluate/evaluate.ts";
export type {
  EvaluatedRoute,
  EvaluatedSource,
  EvaluateOptions,
  Evaluation,
  RouteState,
} from "./evaluate/evaluation.ts";
export type { SeverityOverrides } from "./evaluate/adjust-results.ts";
export { type CauseGroup, groupByCause } from "./evaluate/order-findings.ts";
export type { Consequence, Finding } from "./evaluate/finding.ts";
export type { RuleId } from "./rules/all-rules.ts";
export type { RuleResult } from "./evaluate/rule-result.ts";
export type { Severity } from "./rules/rule/severity.ts";
export type { Rule } from "./rules/rule/rule.ts";
export type { RuleContext } from "./rules/rule/rule-context.ts";
export { formatJsonReport, writeJsonReport } from "./report/write-json-report.ts";
export {
  type JsonFinding,
  type JsonIngress,
  type JsonReport,
  type JsonReportOptions,
  type JsonRoute,
  summarize,
  type Summary,
  toJsonReport,
} from "./report/json-report.ts";
export { type OutputFormat, type ReportFormat, reportFormats } from "./report/report-formats.ts";
export type { FailOn, Origin, ReportFormatter, ReportOptions } from "./report/report-options.ts";
export {
  formatJsonDrift,
  type JsonDriftReport,
  type JsonFieldChange,
  type JsonIngressDrift,
  toJsonDrift,
} from "./report/drift-json.ts";
export { type DriftTextOptions, formatTextDrift } from "./report/drift-text.ts";
export { formatTextReport, type TextReportOptions } from "./report/text-report.ts";
