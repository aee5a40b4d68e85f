import type { ClusterView } from "../observe/cluster-view.ts";
import { optional } from "../observe/json-value.ts";
import { ObservationError } from "../observe/observation-error.ts";
import { leaveOutFindings } from "../report/leave-out.ts";
import { evaluate, type Evaluation } from "../rules/evaluate.ts";
import { isIgnored } from "./is-ignored.ts";
import type { Settings } from "./load-settings.ts";
import type { Options } from "./parse-options.ts";
import { createSelection } from "./select-ingresses.ts";

/** Judges a view of a cluster that is being watched. */
export function judgeWatched(view: ClusterView, options: Options, settings: Settings): Evaluation {
  const { ignore, severities, expiringWithinMs } = settings;
  const evaluation = evaluate(view, {
    at: view.at,
    ...optional("severities", severities),
    ...optional("expiringWithinMs", expiringWithinMs),
    select: selectWhatIsLeft(view, options),
  });
  return leaveOutFindings(evaluation, (finding) => isIgnored(finding, ignore));
}

/** During a watch the last Ingress that was asked for may go: then nothing is left to report on. */
function selectWhatIsLeft(view: ClusterView, options: Options): ReturnType<typeof createSelection> {
  try {
    return createSelection(view, options);
  } catch (error) {
    if (error instanceof ObservationError) return () => false;
    throw error;
  }
}
