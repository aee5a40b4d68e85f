import type { EvaluatedRoute, Evaluation, RouteState } from "../evaluate/evaluation.ts";
import type { Finding } from "../evaluate/finding.ts";
import { isReasonFor } from "./describe-finding.ts";

/**
 * Leaves findings out as if nobody had made them, with what only follows from them: a route that nothing else makes fail
 * is fine then.
 */
export function leaveOutFindings(evaluation: Evaluation, isLeftOut: (finding: Finding) => boolean): Evaluation {
  const ids = new Set(evaluation.findings.filter(isLeftOut).map(({ id }) => id));
  if (ids.size === 0) return evaluation;
  const isKept = ({ id, cause }: Finding): boolean => !ids.has(id) && (cause === undefined || !ids.has(cause));
  const findings = evaluation.findings.filter(isKept);
  return {
    ...evaluation,
    findings,
    ignoredCount: evaluation.ignoredCount + evaluation.findings.length - findings.length,
    sources: evaluation.sources.map((source) => ({
      ...source,
      findings: source.findings.filter(isKept),
      routes: source.routes.map((route) => withFindings(route, route.findings.filter(isKept))),
    })),
  };
}

/**
 * Leaves out what is known, and the Ingresses that nothing new affects. What is left keeps its state: a route that fails
 * for a known reason does fail.
 */
export function keepNewFindings(evaluation: Evaluation, knownIds: ReadonlySet<string>): Evaluation {
  const isNew = ({ id }: Finding): boolean => !knownIds.has(id);
  return {
    ...evaluation,
    findings: evaluation.findings.filter(isNew),
    sources: evaluation.sources.filter((source) => source.findings.some(isNew)).map((source) => ({
      ...source,
      findings: source.findings.filter(isNew),
      routes: source.routes.map((route) => ({ ...route, findings: route.findings.filter(isNew) })),
    })),
  };
}

function withFindings(route: EvaluatedRoute, findings: readonly Finding[]): EvaluatedRoute {
  if (findings.length === route.findings.length) return route;
  const states: readonly RouteState[] = ["failing", "unknown"];
  const state = states.find((candidate) => findings.some((finding) => isReasonFor(finding, { state: candidate })));
  return { ...route, findings, state: state ?? "ok" };
}
