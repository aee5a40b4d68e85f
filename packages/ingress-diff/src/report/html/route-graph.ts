import type { EvaluatedRoute, Evaluation, RouteState } from "../../evaluate/evaluation.ts";
import { compareText } from "@kubeschema/model/compare-text";
import { countOf } from "../describe-finding.ts";
import { toRouteRow } from "../route-row.ts";
import { wordOf } from "../word-of.ts";

/** The graph host → path → Service → endpoints, laid out in rows. */
export interface RouteGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly rowCount: number;
  /** Whether only routes that are not fine are drawn. */
  readonly isFailingOnly: boolean;
  /** Routes that would be drawn if there were room. */
  readonly leftOutCount: number;
}

/** One box: 0 is the column of hosts, 3 that of endpoints. `row` may lie between two rows. */
export interface GraphNode {
  readonly column: 0 | 1 | 2 | 3;
  readonly row: number;
  readonly label: string;
  readonly state: RouteState;
}

/** A line between two boxes, by their places among the nodes. */
export interface GraphEdge {
  readonly from: number;
  readonly to: number;
  readonly state: RouteState;
}

/** Up to this many routes all are drawn, beyond it only those that are not fine. */
const allLimit = 40;
const backendLimit = 40;
const hostLimit = 6;
const pathLimit = 3;

/** Draws the routes of an evaluation, folding many paths of a host and many hosts of a backend into one box each. */
export function toRouteGraph(evaluation: Evaluation): RouteGraph {
  const all = evaluation.sources.flatMap(({ routes }) => routes);
  const isFailingOnly = all.length > allLimit;
  const chosen = isFailingOnly ? all.filter(({ state }) => state !== "ok") : all;
  const backends = [...Map.groupBy(chosen, backendKey).values()].sort((a, b) =>
    weightOf(a) - weightOf(b) || b.length - a.length || compareText(backendKey(a[0]), backendKey(b[0]))
  );
  const shown = backends.slice(0, backendLimit);
  const rows = shown.flatMap((routes, backend) => rowsOf(routes).map((row) => ({ ...row, backend })));
  const nodes: GraphNode[] = rows.map(({ path, state }, row) => ({ column: 1, row, label: path, state }));
  const edges: GraphEdge[] = [];
  const place = (
    column: 0 | 2,
    keyOf: (row: GraphRow, index: number) => string,
    labelOf: (row: GraphRow) => string,
  ): void => {
    const groups = [
      ...Map.groupBy(rows.map((row, index) => ({ row, index })), ({ row, index }) => keyOf(row, index)).values(),
    ];
    const means = groups.map((group) => ({ group, mean: meanOf(group.map(({ index }) => index)) }));
    let next = 0;
    for (const { group, mean } of means.sort((a, b) => a.mean - b.mean)) {
      const row = Math.max(mean, next);
      next = row + 1;
      const members = group.map((member) => member.row);
      const state = worstOf(members.map((member) => column === 0 ? member.state : member.backendState));
      const node = nodes.push({ column, row, label: labelOf(members[0] as GraphRow), state }) - 1; // No group is empty.
      for (const member of group) {
        const [from, to] = column === 0 ? [node, member.index] : [member.index, node];
        edges.push({ from, to, state: member.row.state });
      }
      if (column === 0) continue;
      const endpoints = nodes.push({ column: 3, row, label: members[0]?.endpoints ?? "", state }) - 1;
      edges.push({ from: node, to: endpoints, state });
    }
  };
  // A box for several hosts is only for those of one backend.
  place(0, ({ host, isFolded, backend }) => `${isFolded ? backend : ""} ${host}`, ({ host }) => host);
  place(2, ({ backend }) => String(backend), ({ service }) => service);
  return {
    nodes,
    edges,
    rowCount: nodes.reduce((most, { row }) => Math.max(most, row + 1), 0),
    isFailingOnly,
    leftOutCount: backends.slice(backendLimit).reduce((sum, routes) => sum + routes.length, 0),
  };
}

interface GraphRow {
  readonly host: string;
  readonly path: string;
  readonly service: string;
  readonly endpoints: string;
  readonly state: RouteState;
  readonly backendState: RouteState;
  /** Whether `host` represents several. */
  readonly isFolded: boolean;
  readonly backend: number;
}

function rowsOf(routes: readonly EvaluatedRoute[]): readonly Omit<GraphRow, "backend">[] {
  const hosts = [...Map.groupBy(routes, ({ route }) => route.host)].sort(([a], [b]) => compareText(a, b));
  const rest = hosts.slice(hostLimit);
  const single = rest.length === 1; // One more host takes no more room than the box that would stand for it.
  const shown = single ? hosts : hosts.slice(0, hostLimit);
  const rows = shown.flatMap(([host, members]) => {
    const groups = members.length > pathLimit ? [members] : members.map((member) => [member]);
    return groups.map((group) => toRow(group, host === "" ? "every host" : host, false));
  });
  const folded = single ? [] : rest.flatMap(([, members]) => members);
  return folded.length === 0 ? rows : [...rows, toRow(folded, `${countOf(rest.length, "more host")}`, true)];
}

function toRow(routes: readonly EvaluatedRoute[], host: string, isFolded: boolean): Omit<GraphRow, "backend"> {
  const first = routes[0] as EvaluatedRoute; // No group is empty.
  const { route: { path, pathType, backend }, endpoints } = first;
  const own = pathType === "Default" ? "everything else" : pathType === "None" ? "no paths" : path || "/";
  return {
    host,
    path: routes.length === 1 ? own : countOf(routes.length, "path"),
    service: toRouteRow(first).backend,
    endpoints: backend?.type !== "service"
      ? "not followed"
      : endpoints === undefined
      ? endpointsWord(first)
      : endpoints.total === 0
      ? "no endpoints"
      : `${endpoints.ready}/${endpoints.total} ready`,
    state: worstOf(routes.map(({ state }) => state)),
    backendState: backendStateOf(first),
    isFolded,
  };
}

/** Why there are no endpoints to count. */
function endpointsWord({ findings }: EvaluatedRoute): string {
  const finding = findings.find(({ rule }) => rule.startsWith("backend/"));
  if (finding === undefined) return "outside the cluster";
  return finding.outcome === "unknown" ? "not checked" : wordOf(finding.rule);
}

function backendStateOf({ findings }: EvaluatedRoute): RouteState {
  const own = findings.filter(({ rule, severity }) => rule.startsWith("backend/") && severity !== "info");
  if (own.some(({ outcome, severity }) => outcome === "fail" && severity === "error")) return "failing";
  return own.some(({ outcome }) => outcome === "unknown") ? "unknown" : "ok";
}

function backendKey(evaluated: EvaluatedRoute | undefined): string {
  const backend = evaluated?.route.backend;
  if (backend === undefined) return "";
  const { namespace } = evaluated?.route.source.ref ?? { namespace: "" };
  return JSON.stringify([
    backend.type,
    namespace,
    backend.name,
    backend.type === "service" ? backend.port : backend.kind,
  ]);
}

const weights: Readonly<Record<RouteState, number>> = { failing: 0, unknown: 1, ok: 2 };

function weightOf(routes: readonly EvaluatedRoute[]): number {
  return routes.reduce((least, { state }) => Math.min(least, weights[state]), 2);
}

function worstOf(states: readonly RouteState[]): RouteState {
  if (states.includes("failing")) return "failing";
  return states.includes("unknown") ? "unknown" : "ok";
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
