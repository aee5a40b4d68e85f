import { setTimeout as sleep } from "node:timers/promises";
import { compareEvaluations } from "../../compare/compare-evaluations.ts";
import type { ClusterView, IngressObject } from "../../observe/cluster-view.ts";
import { createApiClient } from "../../observe/cluster/api-client.ts";
import { loadConnection } from "../../observe/cluster/load-connection.ts";
import { watchCluster } from "../../observe/cluster/watch-cluster.ts";
import { ObservationError } from "../../observe/observation-error.ts";
import { optional } from "../../observe/json-value.ts";
import { leaveOutFindings } from "../../report/leave-out.ts";
import { evaluate, type Evaluation } from "../../rules/evaluate.ts";
import { createFightDetector } from "../../watch/status-fight.ts";
import { createPendingChange } from "../../watch/wait-for-change.ts";
import { formatNewsJson, formatNewsText, listNews, type WatchNews } from "../../watch/watch-lines.ts";
import type { Edge } from "../edge.ts";
import { isIgnored } from "../is-ignored.ts";
import { loadSettings } from "../load-settings.ts";
import type { Options } from "../parse-options.ts";
import { reportOnView } from "../report-on-view.ts";
import { createSelection } from "../select-ingresses.ts";
import { UsageError } from "../usage-error.ts";

/** Changes that come together are judged together. */
const gatherMs = 300;
/** Ages and certificates change by themselves. */
const judgeAgainMs = 60_000;

/** Reports on a cluster, then prints what changes, until it is stopped; a clean stop is exit code 0. */
export async function runWatch(options: Options, edge: Edge): Promise<number> {
  const settings = await loadSettings(options, edge);
  const { output, ignore, severities, expiringWithinMs } = settings;
  if (output !== "text" && output !== "ndjson") {
    throw new UsageError(`--watch prints text or ndjson, found -o "${output}"`);
  }
  const connection = await loadConnection({
    ...options.connection,
    timeoutMs: options.requestTimeoutMs,
    env: edge.env,
  });
  const client = createApiClient(connection);
  const stopped = new AbortController();
  const { signal } = stopped;
  edge.onStop?.(() => stopped.abort());
  const hasColor = edge.stdout.isTTY === true && !edge.env.NO_COLOR && edge.env.TERM !== "dumb";
  const tell = (news: WatchNews): void => {
    const at = edge.now();
    edge.stdout.write(output === "ndjson" ? formatNewsJson(news, at) : formatNewsText(news, at, hasColor));
  };
  const detectFight = createFightDetector();
  const change = createPendingChange();
  const start = (): ReturnType<typeof watchCluster> =>
    watchCluster(client, {
      source: connection.context === "" ? connection.server : `context ${connection.context}`,
      ...optional("namespace", options.isAllNamespaces ? undefined : options.namespace ?? connection.namespace),
      now: edge.now,
      signal,
      onChange: change.set,
      onIngress: (ingress: IngressObject) => {
        const fight = detectFight(ingress, edge.now().getTime());
        if (fight !== undefined) tell({ type: "fight", fight });
      },
    });
  try {
    const watched = await start();
    const judgeNow = async (): Promise<Evaluation> => {
      const view = await watched.view();
      const evaluation = evaluate(view, {
        at: view.at,
        ...optional("severities", severities),
        ...optional("expiringWithinMs", expiringWithinMs),
        select: selectWhatIsLeft(view, options),
      });
      return leaveOutFindings(evaluation, (finding) => isIgnored(finding, ignore));
    };
    await reportOnView(await watched.view(), options, edge, settings);
    let before = await judgeNow();
    while (!signal.aborted) {
      const again = sleep(judgeAgainMs, undefined, { signal }).catch(() => undefined);
      await Promise.race([change.next(), again, watched.done]);
      await sleep(gatherMs, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) break;
      const after = await judgeNow();
      for (const news of listNews(before.view, after.view)) tell(news);
      tell({ type: "change", comparison: compareEvaluations(before, after) });
      before = after;
    }
    await watched.done;
    return 0;
  } finally {
    stopped.abort();
    client.close();
  }
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
