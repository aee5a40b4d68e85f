import { CommandError } from "@kubeschema/command-kit";
import type { ClusterView } from "../observe/cluster-view.ts";
import { optional } from "../observe/json-value.ts";
import { leaveOutFindings } from "../report/leave-out.ts";
import type { Evaluation } from "../evaluate/evaluation.ts";
import { evaluateAgain } from "../evaluate/evaluate-again.ts";
import { evaluateAndKeep } from "../evaluate/evaluate.ts";
import type { KeptEvaluation } from "../evaluate/kept-evaluation.ts";
import { changedServices } from "../watch/changed-services.ts";
import { isIgnored } from "./is-ignored.ts";
import type { Judgement } from "./load-settings.ts";
import { createSelection, type Selection } from "./select-ingresses.ts";

/** Ages and certificates change by themselves, so everything is judged again after this time. */
export const judgeAllAgainMs = 60_000;

/**
 * Makes a judge of one cluster that is being watched: of each view it says what it would say of it alone. Where only
 * EndpointSlices have changed, it judges again what depends on them, as of the time when it last judged everything.
 */
export function createWatchJudge(
  selection: Selection,
  { ignore, severities, expiringWithinMs }: Judgement,
): (view: ClusterView) => Evaluation {
  let last: KeptEvaluation | undefined;
  return (view) => {
    last = judgeChange(last, view) ?? evaluateAndKeep(view, {
      at: view.at,
      ...optional("severities", severities),
      ...optional("expiringWithinMs", expiringWithinMs),
      select: selectWhatIsLeft(view, selection),
    });
    return leaveOutFindings(last.evaluation, (finding) => isIgnored(finding, ignore));
  };
}

function judgeChange(last: KeptEvaluation | undefined, view: ClusterView): KeptEvaluation | undefined {
  if (last === undefined) return undefined;
  const ageMs = Date.parse(view.at) - last.context.atMs;
  // A clock may also be set back.
  if (ageMs < 0 || ageMs >= judgeAllAgainMs) return undefined;
  const services = changedServices(last.evaluation.view, view);
  return services === undefined ? undefined : evaluateAgain(last, view, services);
}

/** During a watch the last requested Ingress may be deleted: then nothing is left to report on. */
function selectWhatIsLeft(view: ClusterView, selection: Selection): ReturnType<typeof createSelection> {
  try {
    return createSelection(view, selection);
  } catch (error) {
    if (error instanceof CommandError) return () => false;
    throw error;
  }
}
