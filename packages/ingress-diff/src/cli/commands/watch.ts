import { setTimeout as sleep } from "node:timers/promises";
import { compareEvaluations } from "../../compare/compare-evaluations.ts";
import type { IngressObject, ListName } from "../../observe/cluster-view.ts";
import { createApiClient } from "../../observe/cluster/api-client.ts";
import { loadConnection } from "../../observe/cluster/load-connection.ts";
import { watchCluster, type WatchedCluster } from "../../observe/cluster/watch-cluster.ts";
import { optional } from "../../observe/json-value.ts";
import { escapeText } from "../../report/terminal-text.ts";
import type { Evaluation } from "../../evaluate/evaluation.ts";
import { gatherTimeMs } from "../../watch/gather-time.ts";
import { createFightDetector } from "../../watch/status-fight.ts";
import { createPendingChange } from "../../watch/wait-for-change.ts";
import { formatNewsJson, formatNewsText, listNews, type WatchNews } from "../../watch/watch-lines.ts";
import type { Edge } from "../edge.ts";
import { createWatchJudge, judgeAllAgainMs } from "../judge-watched.ts";
import { loadSettings } from "../load-settings.ts";
import type { MetricsServer } from "../metrics-server.ts";
import type { Options } from "../parse-options.ts";
import { reportOnView } from "../report-on-view.ts";
import { UsageError } from "../usage-error.ts";

/** Reports on a cluster, then prints what changes, until it is stopped; a clean stop is exit code 0. */
export async function runWatch(options: Options, edge: Edge): Promise<number> {
  const settings = await loadSettings(options, edge);
  const { output } = settings;
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
  const hasColor = edge.stdout.isTTY === true && !edge.env.NO_COLOR && edge.env.TERM !== "dumb";
  const tell = (news: WatchNews): void => {
    const at = edge.now();
    edge.stdout.write(output === "ndjson" ? formatNewsJson(news, at) : formatNewsText(news, at, hasColor));
  };
  const latest: Latest = {};
  const detectFight = createFightDetector();
  const change = createPendingChange();
  // First: an address that cannot be had should not cost the time of reading a cluster.
  const server = await serveMetrics(options, edge, latest);
  try {
    const watched = await watchCluster(client, {
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
    latest.watched = watched;
    const tellForbidden = createForbiddenTeller(edge);
    const view = await watched.view();
    // Not before: what is still being read for the first time is best ended as any command is.
    edge.onStop?.(() => stopped.abort());
    let judgedMs = 0;
    const judge = createWatchJudge(options, settings);
    let before = judge(view);
    latest.evaluation = before;
    await reportOnView(view, options, edge, settings);
    while (!signal.aborted) {
      const again = sleep(timeLeftMs(before, edge.now()), undefined, { signal }).catch(() => undefined);
      await Promise.race([change.next(), again, watched.done]);
      await sleep(gatherTimeMs(judgedMs), undefined, { signal }).catch(() => undefined);
      if (signal.aborted) break;
      const view = await watched.view();
      const startMs = performance.now();
      const after = judge(view);
      latest.evaluation = after;
      for (const news of listNews(before.view, after.view)) tell(news);
      tell({ type: "change", comparison: compareEvaluations(before, after) });
      judgedMs = performance.now() - startMs;
      tellForbidden(watched.unwatchable());
      before = after;
    }
    await watched.done;
    return 0;
  } finally {
    stopped.abort();
    client.close();
    server?.close();
  }
}

/** How long the last judgement of everything is good for. */
function timeLeftMs({ at }: Evaluation, now: Date): number {
  return Math.max(0, Math.min(judgeAllAgainMs, Date.parse(at) + judgeAllAgainMs - now.getTime()));
}

/** What a scrape is answered from. */
interface Latest {
  watched?: WatchedCluster;
  evaluation?: Evaluation;
}

async function serveMetrics(options: Options, edge: Edge, latest: Latest): Promise<MetricsServer | undefined> {
  if (options.serveMetrics === undefined) return undefined;
  const { startMetricsServer } = await import("../metrics-server.ts");
  const { formatPrometheusReport } = await import("../../report/prometheus-report.ts");
  const texts = new WeakMap<Evaluation, string>();
  const server = await startMetricsServer(options.serveMetrics, {
    metrics: () => {
      if (latest.evaluation === undefined) return undefined;
      const text = texts.get(latest.evaluation) ?? formatPrometheusReport(latest.evaluation);
      texts.set(latest.evaluation, text);
      return text;
    },
    troubles: () => {
      if (latest.watched === undefined || latest.evaluation === undefined) return ["the cluster is being read"];
      return latest.watched.troubles().map(({ list, message }) => escapeText(`${list}: ${message}`));
    },
  });
  edge.stderr.write(`ingress-diff: metrics on ${server.url}/metrics\n`);
  return server;
}

/** Says once of each list that it may not be watched: it is read again and again then, which nobody would notice. */
function createForbiddenTeller(edge: Edge): (lists: readonly ListName[]) => void {
  const told = new Set<string>();
  return (lists) => {
    for (const list of lists) {
      if (told.has(list)) continue;
      told.add(list);
      edge.stderr.write(
        `ingress-diff: Cannot watch ${list}: 403 Forbidden; the list is read every half minute instead. ` +
          "Try: ingress-diff --watch --print-rbac\n",
      );
    }
  };
}
