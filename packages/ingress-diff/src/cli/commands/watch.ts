import { setTimeout as sleep } from "node:timers/promises";
import { type Call, CommandError, escapeText, exitCode, hasColor } from "@kubeschema/command-kit";
import { compareEvaluations } from "../../compare/compare-evaluations.ts";
import type { IngressObject, ListName } from "../../observe/cluster-view.ts";
import { watchCluster, type WatchedCluster } from "../../observe/cluster/watch-cluster.ts";
import { optional } from "../../observe/json-value.ts";
import type { Evaluation } from "../../evaluate/evaluation.ts";
import { gatherTimeMs } from "../../watch/gather-time.ts";
import { createFightDetector } from "../../watch/status-fight.ts";
import { createPendingChange } from "../../watch/wait-for-change.ts";
import { formatNewsJson, formatNewsText, listNews, type WatchNews } from "../../watch/watch-lines.ts";
import { namespaceOf } from "../flags/scope-flags.ts";
import type { IngressDiffWorld } from "../ingress-diff-world.ts";
import { createWatchJudge, judgeAllAgainMs } from "../judge-watched.ts";
import { loadJudgement } from "../load-settings.ts";
import type { MetricsServer } from "../metrics-server.ts";
import { openCluster } from "../open-cluster.ts";
import { reportOnView } from "../report-on-view.ts";
import { withProgress } from "../with-progress.ts";
import type { WatchOptions } from "./watch-command.ts";

/** Reports on a cluster, then prints what changes, until it is stopped; a clean stop is exit code 0. */
export async function runWatch(options: WatchOptions, call: Call<IngressDiffWorld>): Promise<number> {
  const { operands: names, world } = call;
  const { output } = options;
  const judgement = await loadJudgement(options, world);
  const { client, source, namespace } = await openCluster(options, world);
  const stopped = new AbortController();
  const { signal } = stopped;
  const isColored = hasColor(world.stdout, world.env);
  const tell = (news: WatchNews): void => {
    const at = world.now();
    world.stdout.write(output === "ndjson" ? formatNewsJson(news, at) : formatNewsText(news, at, isColored));
  };
  const latest: Latest = {};
  const detectFight = createFightDetector();
  const change = createPendingChange();
  // First, so that an unavailable address does not cost the time of reading a cluster.
  const server = await serveMetrics(options, world, latest);
  try {
    const watching = watchCluster(client, {
      source,
      ...optional("namespace", namespaceOf(options, namespace)),
      now: world.now,
      signal,
      onChange: change.set,
      onIngress: (ingress: IngressObject) => {
        const fight = detectFight(ingress, world.now().getTime());
        if (fight !== undefined) tell({ type: "fight", fight });
      },
    });
    const watched = await withProgress(world, () => watching);
    latest.watched = watched;
    const tellForbidden = createForbiddenTeller(call);
    const view = await watched.view();
    // Not before: what is still being read for the first time is best ended as any command is.
    world.onStop(() => stopped.abort());
    let judgedMs = 0;
    const judge = createWatchJudge({ ...options, names }, judgement);
    let before = judge(view);
    latest.evaluation = before;
    const settings = { ...judgement, output, failOn: "warning", isNewOnly: false } as const;
    await reportOnView(view, { ...options, names }, world, settings);
    while (!signal.aborted) {
      const again = sleep(timeLeftMs(before, world.now()), undefined, { signal }).catch(() => undefined);
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
    return exitCode.ok;
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

async function serveMetrics(
  { serveMetrics: address }: WatchOptions,
  { stderr }: IngressDiffWorld,
  latest: Latest,
): Promise<MetricsServer | undefined> {
  if (address === undefined) return undefined;
  const { startMetricsServer } = await import("../metrics-server.ts");
  const { formatPrometheusReport } = await import("../../report/prometheus-report.ts");
  const texts = new WeakMap<Evaluation, string>();
  const server = await startMetricsServer(address, {
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
  stderr.write(`ingress-diff: metrics on ${server.url}/metrics\n`);
  return server;
}

/** Says once of each list that it may not be watched: it is read again and again then, which nobody would notice. */
function createForbiddenTeller({ reportError }: Call<IngressDiffWorld>): (lists: readonly ListName[]) => void {
  const told = new Set<string>();
  return (lists) => {
    for (const list of lists) {
      if (told.has(list)) continue;
      told.add(list);
      const message = `Cannot watch ${list}: 403 Forbidden; the list is read every half minute instead`;
      reportError(new CommandError(message, { hint: "ingress-diff rbac watch" }));
    }
  };
}
