import type { DriftReport } from "../drift/drift-report.ts";
import type { Plan } from "../drift/plan.ts";
import { escapeJson, type JsonDriftReport, toJsonDrift } from "./drift-json.ts";

/** The plan as `-o json` prints it: the drift report, with what would come of it. */
export interface JsonPlanReport extends Omit<JsonDriftReport, "kind"> {
  readonly kind: "Plan";
  /** The one namespace that was read; null if all were. */
  readonly namespace: string | null;
  readonly findings: Plan["findings"];
  readonly routes: Plan["routes"];
}

/** Formats a plan as JSON, with a line break at the end. */
export function formatJsonPlan(report: DriftReport, { namespace, findings, routes }: Plan): string {
  const plan: JsonPlanReport = { ...toJsonDrift(report), kind: "Plan", namespace: namespace ?? null, findings, routes };
  return `${escapeJson(JSON.stringify(plan, undefined, 2))}\n`;
}
