import type { EvaluatedRoute, EvaluatedSource, Evaluation, RouteState } from "../evaluate/evaluation.ts";
import type { Finding } from "../evaluate/finding.ts";
import type { ListState } from "../observe/cluster-view.ts";
import { optional } from "../observe/json-value.ts";
import type { ObjectRef, Route } from "../routes/route.ts";
import type { ReportOptions } from "./report-options.ts";

/**
 * The report as `-o json` prints it. `version` changes when a field changes its meaning or goes; fields may be added.
 */
export interface JsonReport {
  readonly version: 1;
  readonly observed: {
    readonly source: string;
    readonly serverVersion: string | null;
    /** The time as of which the report is, in RFC 3339. */
    readonly at: string;
    /** The one namespace that was read; null if all were. */
    readonly namespace: string | null;
    /** False if the lists are not of a single point in time. */
    readonly complete: boolean;
    /** False if no Ingress shows managedFields: then nothing is known about who changed what, and since when. */
    readonly managedFields: boolean;
    readonly requests: number;
    readonly lists: Readonly<Record<string, ListState>>;
  };
  readonly summary: Summary;
  readonly ingresses: readonly JsonIngress[];
  /** Worst first; what only follows from another finding stands right behind it. */
  readonly findings: readonly JsonFinding[];
}

/** One finding of the report. */
export interface JsonFinding extends Finding {
  /** Whether the report that `--baseline` names has it too; absent without `--baseline`. */
  readonly known?: boolean;
}

/** Counts: Ingresses, and routes in all, failing, and of unknown state. */
export interface Summary {
  readonly ingresses: number;
  readonly routes: number;
  readonly failing: number;
  readonly unknown: number;
  /** Findings that annotations leave out; absent if there are none. */
  readonly ignored?: number;
  /** Known findings that `--new-only` leaves out; absent if there are none. */
  readonly hidden?: number;
}

/** One Ingress of the report. */
export interface JsonIngress {
  readonly namespace: string;
  readonly name: string;
  readonly class: string | null;
  readonly classSource: string;
  readonly addresses: readonly string[];
  readonly routes: readonly JsonRoute[];
}

/** One route of the report. */
export interface JsonRoute {
  /** `""` means every host. */
  readonly host: string;
  readonly path: string;
  /** As in the API; `Default` for the default backend, `None` for a rule without paths. */
  readonly pathType: string;
  readonly tls: { readonly secretName: string | null } | null;
  readonly backend: { readonly kind: string; readonly name: string; readonly port: number | string | null } | null;
  readonly ready: { readonly ready: number; readonly total: number } | null;
  readonly state: RouteState;
  /** Ids of the findings that affect the route. */
  readonly findings: readonly string[];
}

/** What counts in addition to the evaluation. */
export type JsonReportOptions = Pick<ReportOptions, "knownIds" | "hiddenKnownCount">;

/** Turns an evaluation into the JSON report. */
export function toJsonReport(evaluation: Evaluation, options: JsonReportOptions = {}): JsonReport {
  const { findings, ...head } = toJsonReportHead(evaluation, options);
  return { ...head, ingresses: evaluation.sources.map(toJsonIngress), findings };
}

/** The report without its Ingresses, which may be very many. */
export function toJsonReportHead(
  evaluation: Evaluation,
  { knownIds, hiddenKnownCount = 0 }: JsonReportOptions,
): Omit<JsonReport, "ingresses"> {
  const { view, ignoredCount } = evaluation;
  return {
    version: 1,
    observed: {
      source: view.source,
      serverVersion: view.serverVersion ?? null,
      at: evaluation.at,
      namespace: view.namespace ?? null,
      complete: view.isComplete,
      managedFields: view.areManagedFieldsShown,
      requests: view.requestCount,
      lists: view.lists,
    },
    summary: {
      ...summarize(evaluation),
      ...(ignoredCount > 0 ? { ignored: ignoredCount } : {}),
      ...(hiddenKnownCount > 0 ? { hidden: hiddenKnownCount } : {}),
    },
    findings: evaluation.findings.map((finding) => ({
      ...toJsonFinding(finding),
      ...optional("known", knownIds?.has(finding.id)),
    })),
  };
}

/** Counts what the report is about. */
export function summarize(evaluation: Evaluation): Summary {
  let routes = 0;
  let failing = 0;
  let unknown = 0;
  for (const source of evaluation.sources) {
    for (const { state } of source.routes) {
      routes++;
      if (state === "failing") failing++;
      if (state === "unknown") unknown++;
    }
  }
  return { ingresses: evaluation.sources.length, routes, failing, unknown };
}

/** What JSON and YAML may hold as it is, and a terminal would obey, or a CI system that sees it in a log. */
export const unsafeCharacters: RegExp =
  /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\p{Cs}]|(?<=#)#(?=\[|vso\[)/giu;

/** Escapes those characters in JSON. Most texts have none, and are looked through much faster than searched. */
export function escapeUnsafe(json: string): string {
  return /[^\n -~]|##/.test(json) ? json.replace(unsafeCharacters, escapeCharacter) : json;
}

/** The escape of a character in JSON, and in a text of YAML in double quotes. */
export function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** Turns what became of an Ingress into its part of the JSON report. */
export function toJsonIngress({ source, routes }: EvaluatedSource): JsonIngress {
  return {
    namespace: source.ref.namespace,
    name: source.ref.name,
    class: source.className ?? null,
    classSource: source.classSource,
    addresses: source.addresses,
    routes: routes.map(toJsonRoute),
  };
}

function toJsonRoute({ route, endpoints, state, findings }: EvaluatedRoute): JsonRoute {
  return {
    host: route.host,
    path: route.path,
    pathType: route.pathType,
    tls: route.tls === undefined ? null : { secretName: route.tls.secret?.name ?? null },
    backend: toJsonBackend(route),
    ready: endpoints ?? null,
    state,
    findings: findings.map((finding) => finding.id),
  };
}

function toJsonBackend({ backend }: Route): JsonRoute["backend"] {
  if (backend === undefined) return null;
  if (backend.type === "other") return { kind: backend.kind, name: backend.name, port: null };
  return { kind: "Service", name: backend.name, port: backend.port ?? null };
}

/** Spelled out, so that the order of the keys is the documented one and nothing else can slip in. */
function toJsonFinding(finding: Finding): Finding {
  const { id, rule, severity, outcome, object, fieldPath, should, is, cause, consequences, fix, command } = finding;
  return {
    id,
    rule,
    severity,
    outcome,
    object: toJsonRef(object),
    fieldPath,
    should,
    is,
    ...optional("cause", cause),
    ...optional("consequences", consequences),
    fix,
    ...optional("command", command),
  };
}

function toJsonRef({ apiVersion, kind, namespace, name }: ObjectRef): ObjectRef {
  return { apiVersion, kind, namespace, name };
}
