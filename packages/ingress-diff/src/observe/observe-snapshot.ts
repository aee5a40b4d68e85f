import type {
  ClusterView,
  EndpointSliceObject,
  EventObject,
  IngressClassObject,
  IngressObject,
  ListName,
  ListState,
  SecretObject,
  ServiceObject,
} from "./cluster-view.ts";
import { type JsonObject, optional, stringAt } from "./json-value.ts";
import { createObjectNames, type ObjectNames } from "./object-names.ts";
import { ObservationError } from "./observation-error.ts";
import { readEndpointSlice } from "./read-endpoint-slice.ts";
import { latestEvents, readEvent } from "./read-event.ts";
import { readIngressClass } from "./read-ingress-class.ts";
import { readIngress } from "./read-ingress.ts";
import { areManagedFieldsShown } from "./read-managed-fields.ts";
import { readSecret } from "./read-secret.ts";
import { readService } from "./read-service.ts";
import { backendObjectsOf, parametersOfClasses } from "./referenced-objects.ts";
import { isSnapshot, readSnapshot } from "./snapshot-file.ts";
import { snapshotObjects, type SnapshotSource, type TypedList } from "./snapshot-objects.ts";
import { sortObjects } from "./sort-objects.ts";
import { withUnseenNames } from "./unseen-names.ts";

/** What a snapshot's view is called and when it is taken to be of. */
export interface SnapshotOptions {
  /** For people, such as `snapshot shop.yaml`. */
  readonly source: string;
  /** RFC 3339; used if the snapshot itself does not say when it was made. */
  readonly at: string;
  /** Ingresses that are not in it: the objects that they name are looked for too. */
  readonly alsoNamedBy?: readonly IngressObject[];
}

/**
 * Reads kubectl dumps, or one snapshot of our own, into a view. They are decoded already, since what reads YAML as
 * kubectl does is a part of the command: an object of `JSON.parse()` or of any YAML parser will do.
 *
 * Objects of other kinds are skipped. A kind of which the sources hold neither an object nor a list of its own (such as
 * an empty ServiceList) was not observed: nothing is ever called missing because of it. Of two objects with one name
 * the later one counts. A document of `apiVersion: kubeschema/v1`, `kind: Observation` may say when (`at`) and on which
 * server (`serverVersion`) the snapshot was made.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { observeSnapshot } from "@kubeschema/ingress-diff";
 * const ingress = { apiVersion: "networking.k8s.io/v1", kind: "Ingress", metadata: { namespace: "shop", name: "web" }
 * }; const view = observeSnapshot( [{ name: "shop.json", documents: [ingress] }], { source: "snapshot shop.json", at:
 * "2026-01-01T00:00:00Z" }, ); assert.equal(view.ingresses[0]?.name, "web"); assert.equal(view.lists.services.state,
 * "not-observed");
 * ```
 * @throws {ObservationError} If a document is not an object, an object has no name, or there is no Ingress.
 */
export function observeSnapshot(
  sources: readonly SnapshotSource[],
  options: SnapshotOptions,
): ClusterView {
  const found: Found = {
    ingresses: new Map(),
    ingressclasses: new Map(),
    services: new Map(),
    endpointslices: new Map(),
    secrets: new Map(),
    events: [],
    others: createObjectNames(),
    typedLists: new Map(),
  };
  let { at } = options;
  let serverVersion: string | undefined;
  for (const source of sources) {
    const objects = snapshotObjects(source, (list) => readTypedList(found, list));
    const own = objects.find(isSnapshot);
    if (own !== undefined) {
      const view = readOwn(own, { source, objectCount: objects.length, sourceCount: sources.length });
      return withUnseenNames(view, options.alsoNamedBy ?? []);
    }
    for (const object of objects) {
      if (object.apiVersion === "kubeschema/v1" && object.kind === "Observation") {
        at = stringAt(object, "at") ?? at;
        serverVersion = stringAt(object, "serverVersion") ?? serverVersion;
        continue;
      }
      readInto(found, object, source.name);
    }
  }
  if (found.ingresses.size === 0 && !found.typedLists.has("ingresses")) {
    throw new ObservationError(
      `Cannot report on ${options.source}: it holds no Ingress`,
      "kubectl get ingresses,ingressclasses,services,endpointslices,secrets -A -o yaml > snapshot.yaml",
    );
  }
  return {
    source: options.source,
    ...optional("serverVersion", serverVersion),
    at,
    isComplete: true,
    requestCount: 0,
    lists: {
      ingresses: stateOf(found, "ingresses"),
      ingressclasses: stateOf(found, "ingressclasses"),
      services: stateOf(found, "services"),
      endpointslices: stateOf(found, "endpointslices"),
      secrets: stateOf(found, "secrets"),
      events: stateOf(found, "events"),
    },
    ingresses: sortObjects(found.ingresses.values()),
    ingressClasses: sortObjects(found.ingressclasses.values()),
    services: sortObjects(found.services.values()),
    endpointSlices: [...found.endpointslices.values()].filter((slice) => slice !== undefined),
    secrets: sortObjects(found.secrets.values()),
    events: latestEvents(found.events.filter((event) => event !== undefined)),
    classParameters: parametersOfClasses(found.ingressclasses.values()).map(found.others.find),
    backendObjects: backendObjectsOf([...found.ingresses.values(), ...options.alsoNamedBy ?? []])
      .map(found.others.find),
    areManagedFieldsShown: areManagedFieldsShown([...found.ingresses.values()]),
  };
}

/** A snapshot of our own is a whole cluster, so nothing can be added to it. */
function readOwn(
  object: JsonObject,
  { source, objectCount, sourceCount }: {
    readonly source: SnapshotSource;
    readonly objectCount: number;
    readonly sourceCount: number;
  },
): ClusterView {
  if (objectCount === 1 && sourceCount === 1) return readSnapshot(object, source.name);
  throw new ObservationError(
    `Cannot read snapshot "${source.name}" together with ${objectCount > 1 ? "other objects" : "other files"}`,
    "one snapshot at a time; ingress-diff compare A B for two",
  );
}

interface Found {
  readonly ingresses: Map<string, IngressObject>;
  readonly ingressclasses: Map<string, IngressClassObject>;
  readonly services: Map<string, ServiceObject>;
  readonly endpointslices: Map<string, EndpointSliceObject | undefined>;
  readonly secrets: Map<string, SecretObject>;
  readonly events: (EventObject | undefined)[];
  /** Every object by name, of whatever kind: classes and backends may name any. */
  readonly others: ObjectNames;
  /** The kinds that a list of their own was there for; of several, such as pages, the last one counts. */
  readonly typedLists: Map<ListName, TypedList>;
}

/** Group and kind; other APIs use the same kind names (OpenShift's and Knative's Ingress, Knative's Service). */
const listOfKind: Readonly<Record<string, ListName>> = {
  "networking.k8s.io/Ingress": "ingresses",
  "extensions/Ingress": "ingresses",
  "networking.k8s.io/IngressClass": "ingressclasses",
  "/Service": "services",
  "discovery.k8s.io/EndpointSlice": "endpointslices",
  "/Secret": "secrets",
  "/Event": "events",
  "events.k8s.io/Event": "events",
};

function readInto(found: Found, object: JsonObject, sourceName: string): void {
  const group = groupOf(stringAt(object, "apiVersion") ?? "");
  found.others.add(group, object);
  const list = listOfKind[`${group}/${String(object.kind)}`];
  if (list === undefined) return;
  try {
    if (list === "ingresses") put(found.ingresses, readIngress(object));
    if (list === "ingressclasses") put(found.ingressclasses, readIngressClass(object));
    if (list === "services") put(found.services, readService(object));
    if (list === "secrets") put(found.secrets, readSecret(object, "snapshot"));
    if (list === "events") found.events.push(readEvent(object));
    if (list === "endpointslices") found.endpointslices.set(nameOf(object), readEndpointSlice(object));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ObservationError(
      `Cannot read snapshot "${sourceName}": ${reason}`,
      "take the snapshot again with kubectl get -o yaml",
      { cause },
    );
  }
}

function put<T extends { readonly namespace?: string; readonly name: string }>(into: Map<string, T>, object: T): void {
  into.set(`${object.namespace ?? ""}/${object.name}`, object);
}

function nameOf(object: JsonObject): string {
  const metadata = object.metadata as { readonly namespace?: unknown; readonly name?: unknown } | undefined;
  return `${String(metadata?.namespace)}/${String(metadata?.name)}`;
}

/** An empty list of a kind says that there is none; `kind: List` without items says nothing of any kind. */
function readTypedList(found: Found, list: TypedList): void {
  const group = groupOf(list.apiVersion);
  if (!list.isCutOff) found.others.addKind(group, list.kind);
  const name = listOfKind[`${group}/${list.kind}`];
  if (name !== undefined) found.typedLists.set(name, list);
}

function groupOf(apiVersion: string): string {
  return apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : "";
}

function stateOf(found: Found, list: ListName): ListState {
  const typed = found.typedLists.get(list);
  if (typed?.isCutOff === true) {
    return { state: "not-observed", message: `the snapshot holds only the first pages of ${list}` };
  }
  const objects: ReadonlyMap<string, unknown> | readonly unknown[] = found[list];
  const count = "size" in objects ? objects.size : objects.length;
  return count > 0 || typed !== undefined
    ? { state: "observed" }
    : { state: "not-observed", message: `the snapshot holds no object of ${list}` };
}
