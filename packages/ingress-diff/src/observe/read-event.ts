import type { EventObject } from "./cluster-view.ts";
import { isJsonObject, type JsonObject, objectAt, optional, stringAt } from "./json-value.ts";
import { compareText } from "@kubeschema/model/compare-text";

/** Longer messages are cut: the API allows a kilobyte, and a stack trace tells nothing more. */
const messageLimit = 500;

/**
 * Reads an Event of v1 or events.k8s.io/v1; what is not a warning about an Ingress or a Service gives `undefined`.
 *
 * The two forms are distinguished by their fields: `involvedObject`, `message` and `lastTimestamp`, or `regarding`, `note`
 * and `series`. Either may hold only an `eventTime`.
 *
 * @see {@link https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/event-v1/}
 */
export function readEvent(object: JsonObject): EventObject | undefined {
  const about = isJsonObject(object.involvedObject) ? object.involvedObject : objectAt(object, "regarding");
  const { kind } = about;
  const name = stringAt(about, "name");
  if (object.type !== "Warning" || name === undefined || (kind !== "Ingress" && kind !== "Service")) return undefined;
  // Other APIs use the same kind names: Knative's Service, OpenShift's Ingress.
  if (!isOwnGroup(kind, stringAt(about, "apiVersion"))) return undefined;
  const series = objectAt(object, "series");
  const lastSeenAt = stringAt(series, "lastObservedTime") ?? stringAt(object, "lastTimestamp") ??
    stringAt(object, "deprecatedLastTimestamp") ?? stringAt(object, "eventTime") ??
    stringAt(objectAt(object, "metadata"), "creationTimestamp");
  const count = series.count ?? object.count ?? object.deprecatedCount;
  return {
    kind,
    namespace: stringAt(about, "namespace") ?? "default",
    name,
    ...optional("uid", stringAt(about, "uid") || undefined),
    reason: stringAt(object, "reason") ?? "",
    message: (stringAt(object, "message") ?? stringAt(object, "note") ?? "").slice(0, messageLimit),
    count: typeof count === "number" && count > 0 ? count : 1,
    ...optional("lastSeenAt", lastSeenAt),
  };
}

/** Keeps the latest event of each object and reason, with the sum of all counts, in a stable order. */
export function latestEvents(events: Iterable<EventObject>): readonly EventObject[] {
  const latest = new Map<string, EventObject>();
  for (const event of events) {
    const key = [event.kind, event.namespace, event.name, event.uid ?? "", event.reason].join("\n");
    const other = latest.get(key);
    const [newer, older] = other === undefined || isNewer(event, other) ? [event, other] : [other, event];
    latest.set(key, older === undefined ? newer : { ...newer, count: newer.count + older.count });
  }
  return [...latest.entries()].sort(([a], [b]) => compareText(a, b)).map(([, event]) => event);
}

function isNewer(a: EventObject, b: EventObject): boolean {
  // A tie is broken by the text, so that the order of the list never matters.
  return (timeOf(a) - timeOf(b) || compareText(a.message, b.message)) > 0;
}

function timeOf({ lastSeenAt }: EventObject): number {
  const time = Date.parse(lastSeenAt ?? "");
  return Number.isNaN(time) ? 0 : time;
}

function isOwnGroup(kind: "Ingress" | "Service", apiVersion: string | undefined): boolean {
  if (apiVersion === undefined || apiVersion === "") return true;
  return kind === "Service" ? apiVersion === "v1" : /^(?:networking\.k8s\.io|extensions)\//.test(apiVersion);
}
