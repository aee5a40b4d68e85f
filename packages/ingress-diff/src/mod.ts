/**
 * Tells whether a cluster does what its Ingresses ask for: `observe` → `evaluate` → report.
 *
 * A cluster is observed with `observeCluster(createApiClient(await loadConnection(...)), ...)`, kubectl dumps with
 * `observeSnapshot()`. `evaluate()` is pure, and so are the formatters.
 *
 * @module
 */
export type {
  BackendRef,
  ClassParameters,
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
  ParametersRef,
  PortError,
  PortRef,
  SecretObject,
  ServiceObject,
  ServicePort,
  StatusEntry,
} from "./observe/cluster-view.ts";
export { type ApiClient, type Connection, createApiClient, type Pacing } from "./observe/cluster/api-client.ts";
export { ApiError } from "./observe/cluster/api-error.ts";
export { type ConnectionOptions, loadConnection, type LoadedConnection } from "./observe/cluster/load-connection.ts";
export { observeCluster, type ObserveOptions } from "./observe/cluster/observe-cluster.ts";
export { ObservationError } from "./observe/observation-error.ts";
export { observeSnapshot, type SnapshotOptions } from "./observe/observe-snapshot.ts";
export type { SnapshotText } from "./observe/parse-snapshot.ts";
export { coversHost } from "./routes/host-pattern.ts";
export { routesOfIngresses } from "./routes/ingress-routes.ts";
export type { ClassSource, ObjectRef, Route, RouteBackend, RouteSource, TlsEntry } from "./routes/route.ts";
export { addressLost } from "./rules/address-lost.ts";
export { allRules } from "./rules/all-rules.ts";
export {
  evaluate,
  type EvaluatedRoute,
  type EvaluatedSource,
  type EvaluateOptions,
  type Evaluation,
  type RouteState,
} from "./rules/evaluate.ts";
export type { SeverityOverrides } from "./rules/adjust-results.ts";
export { type CauseGroup, groupByCause } from "./rules/order-findings.ts";
export type { Consequence, Finding, RuleId, RuleResult, Severity } from "./rules/finding.ts";
export type { Rule, RuleContext } from "./rules/rule-context.ts";
export {
  formatJsonReport,
  type JsonIngress,
  type JsonReport,
  type JsonRoute,
  summarize,
  type Summary,
  toJsonReport,
} from "./report/json-report.ts";
export { formatTextReport, type TextReportOptions } from "./report/text-report.ts";
