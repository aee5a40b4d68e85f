import type { EventObject } from "../../observe/cluster-view.ts";
import { kindKey, objectKey } from "../../observe/object-key.ts";
import type { ObjectRef, RouteSource } from "../../routes/route.ts";
import { lastStatusWrite } from "../rule/class-switch.ts";
import type { Fault } from "../rule/fault.ts";
import type { RuleContext } from "../rule/rule-context.ts";
import type { Rule } from "../rule/rule.ts";
import { unknownList } from "../rule/unknown-list.ts";

/** Most API servers forget an event after an hour; an older one is of another time. */
const recentMs = 60 * 60_000;

const id = "event/warning";

/**
 * A controller has warned about an Ingress, or about a Service that a route leads to.
 *
 * Events are joined by uid, so those of an earlier object of the same name are left out. One that is older than an hour,
 * or older than the address, is only a note. No event proves nothing, and a snapshot without any says nothing.
 *
 * @see {@link https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/event-v1/}
 */
export const eventWarning: Rule<typeof id> = {
  id,
  summary: "A controller has warned about an Ingress or its Service.",
  severity: "warning",
  why: "Some controllers say only in an event why they skip an Ingress, and the event is gone after an hour.",
  fix: "do what the message asks for; the log of the controller says more",
  command: "kubectl describe KIND NAME -n NAMESPACE",
  // A controller complains in an event about what a rule has found already.
  followsFrom: { sameObject: "any error" },
  scope: "view",
  example: {
    given: "a controller warns of an Ingress, and nothing else shows it",
    says: /^\w+: .+ \(last at \S+\)$/,
  },
  check: (context) => {
    const { view, sources } = context;
    // Without any event a snapshot may be of a cluster that has none: that is the usual case, and worth no word.
    if (view.lists.events.state === "not-observed") return [];
    const unknown = unknownList(context, "events", { routes: [], sources });
    if (unknown !== undefined) return unknown;
    if (view.events.length === 0) return [];
    const targets = findTargets(context);
    return view.events.flatMap((event) => {
      const target = targets.get(kindKey(event));
      const isSame = event.uid === undefined || target?.uid === undefined || event.uid === target.uid;
      return target === undefined || !isSame ? [] : [toWarning(event, target, context.atMs)];
    });
  },
};

interface Target {
  readonly ref: ObjectRef;
  readonly uid: string | undefined;
  readonly sources: readonly RouteSource[];
}

function findTargets({ sources, routes, services }: RuleContext): ReadonlyMap<string, Target> {
  const targets = new Map<string, Target>();
  for (const source of sources) {
    targets.set(kindKey(source.ref), { ref: source.ref, uid: source.uid, sources: [source] });
  }
  const bySource = new Map<string, Set<RouteSource>>();
  for (const { backend, source } of routes) {
    if (backend?.type !== "service") continue;
    const key = objectKey(backend);
    const found = bySource.get(key) ?? new Set();
    bySource.set(key, found.add(source));
  }
  for (const [key, ofService] of bySource) {
    const service = services.get(key);
    if (service === undefined) continue;
    const ref = { apiVersion: "v1", kind: "Service", namespace: service.namespace, name: service.name };
    targets.set(kindKey(ref), { ref, uid: service.uid, sources: [...ofService] });
  }
  return targets;
}

function toWarning(event: EventObject, { ref, sources }: Target, atMs: number): Fault {
  const seenMs = Date.parse(event.lastSeenAt ?? "");
  const status = event.kind === "Ingress" && sources[0] !== undefined ? lastStatusWrite(sources[0]) : undefined;
  const isSettled = status !== undefined && (sources[0]?.addresses.length ?? 0) > 0 && status.timeMs > seenMs;
  const isRecent = Number.isNaN(seenMs) || atMs - seenMs <= recentMs;
  const times = event.count === 1 ? "" : `${event.count} times, `;
  const when = event.lastSeenAt === undefined ? "" : ` (${times}last at ${event.lastSeenAt})`;
  const since = isSettled ? `; since then "${status.manager}" has written the status` : "";
  return {
    severity: isRecent && !isSettled ? "warning" : "info",
    object: ref,
    detail: event.reason,
    fieldPath: "",
    should: "no warning",
    is: `${event.reason}: ${event.message.replace(/\s+/g, " ").trim()}${when}${since}`,
    routes: [],
    sources,
  };
}
