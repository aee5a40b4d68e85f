/**
 * Tells whether a cluster does what its Ingresses ask for: `observe` → `evaluate` → report.
 *
 * A cluster is observed with `observeCluster(createApiClient(await loadConnection(...)), ...)`, decoded kubectl dumps
 * with `observeSnapshot()`. `evaluate()` is pure, and so are the formatters. The exports are in the order of these
 * stages.
 *
 * @module
 */

// Observe: a cluster, or what kubectl printed of one, becomes a view.
export { type ApiClient, type Connection, createApiClient, type Pacing } from "./observe/cluster/api-client.ts";
export { ApiError } from "./observe/cluster/api-error.ts";
export { type ConnectionOptions, loadConnection, type LoadedConnection } from "./observe/cluster/load-connection.ts";
export type { KubeconfigOptions } from "./observe/cluster/load-kubeconfig.ts";
export { observeCluster, type ObserveOptions } from "./observe/cluster/observe-cluster.ts";
export type { KubeconfigOverrides } from "./observe/cluster/override-kubeconfig.ts";
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
export { ObservationError } from "./observe/observation-error.ts";
export { observeSnapshot, type SnapshotOptions } from "./observe/observe-snapshot.ts";
export { formatSnapshot } from "./observe/snapshot-file.ts";
export type { SnapshotSource } from "./observe/snapshot-objects.ts";

// Routes: what a view asks for.
export { routesOfIngresses } from "./routes/ingress-routes.ts";
export type { ClassSource, ObjectRef, Route, RouteBackend, RouteSource, TlsEntry } from "./routes/route.ts";

// Rules: what each of them says about itself.
export { explainedRules, type RuleId } from "./rules/all-rules.ts";
export type { RuleFamily } from "./rules/rule/family.ts";
export type { Advice, FollowsFrom, RuleExample, RuleFacts, RuleName, RuleScope } from "./rules/rule/rule.ts";
export type { Severity } from "./rules/rule/severity.ts";

// Evaluate: what the rules find.
export type { SeverityOverrides } from "./evaluate/adjust-results.ts";
export { evaluate } from "./evaluate/evaluate.ts";
export type {
  EvaluatedRoute,
  EvaluatedSource,
  EvaluateOptions,
  Evaluation,
  RouteState,
} from "./evaluate/evaluation.ts";
export type { Consequence, Finding } from "./evaluate/finding.ts";
export { type CauseGroup, groupByCause } from "./evaluate/order-findings.ts";

// Drift: what applying manifests would change, and what the rules would find then.
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
export type {
  DriftProblem,
  DriftVerdict,
  IngressDrift,
  KeptField,
  LiveIngress,
  OwnedChange,
} from "./drift/ingress-drift.ts";
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

// Report: an evaluation or a drift as text.
export {
  formatJsonDrift,
  type JsonDriftReport,
  type JsonFieldChange,
  type JsonIngressDrift,
  toJsonDrift,
} from "./report/drift-json.ts";
export { type DriftTextOptions, formatTextDrift } from "./report/drift-text.ts";
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
export { formatTextReport, type TextReportOptions } from "./report/text-report.ts";
export { formatJsonReport, writeJsonReport } from "./report/write-json-report.ts";

// Compare: two evaluations of one cluster.
export {
  type AddressChange,
  type ClassChange,
  compareEvaluations,
  type Comparison,
  isDifferent,
  type NotCompared,
  type ObservedAt,
} from "./compare/compare-evaluations.ts";
export { findLostAddresses } from "./compare/find-lost-addresses.ts";
export { type ComparisonSummary, formatHeadline, summarizeComparison } from "./compare/summarize-comparison.ts";

// Rights: the least that a report needs.
export type { RbacSubject } from "./rbac/format-grant.ts";
export { formatRbacManifest, type RbacScope } from "./rbac/rbac-manifest.ts";
