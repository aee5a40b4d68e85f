import { isDeepStrictEqual } from "node:util";
import type {
  ClusterView,
  EndpointSliceObject,
  IngressObject,
  ListName,
  ReferencedObject,
  SecretObject,
} from "../cluster-view.ts";
import { optional } from "../json-value.ts";
import { objectKey } from "../object-key.ts";
import { readEndpointSlice } from "../read-endpoint-slice.ts";
import { latestEvents, readEvent } from "../read-event.ts";
import { readIngressClass } from "../read-ingress-class.ts";
import { readIngress } from "../read-ingress.ts";
import { areManagedFieldsShown } from "../read-managed-fields.ts";
import { readService } from "../read-service.ts";
import { backendObjectsOf, parametersOfClasses, referenceKey, secretKeysOf } from "../referenced-objects.ts";
import { sortObjects } from "../sort-objects.ts";
import type { ApiClient } from "./api-client.ts";
import { createKeptRead } from "./kept-read.ts";
import { namedServices } from "./named-services.ts";
import { readServerVersion, toObservationError } from "./observe-cluster.ts";
import { readBackendObjects } from "./read-backend-objects.ts";
import { readClassParameters } from "./read-class-parameters.ts";
import type { ListScope, ReadList } from "./read-list.ts";
import { readSecrets } from "./read-secrets.ts";
import { readServedApis } from "./served-apis.ts";
import { watchList, type WatchOptions } from "./watch-list.ts";

/** What to watch, and whom to tell. */
export interface WatchClusterOptions extends Pick<WatchOptions<unknown>, "signal" | "pause"> {
  /** For people, such as `context prod`. */
  readonly source: string;
  readonly namespace?: string;
  readonly now: () => Date;
  /** Something has changed, and `view()` would be another one. */
  readonly onChange: () => void;
  /** An Ingress as it was written, each time. */
  readonly onIngress: (ingress: IngressObject) => void;
}

/** A list that is not kept up to date at the moment. */
export interface WatchTrouble {
  readonly list: ListName;
  readonly message: string;
}

/** A cluster that is kept up to date. */
export interface WatchedCluster {
  /** What is known now. What is not watched, such as Secrets, is read for it at most once a minute. */
  readonly view: () => Promise<ClusterView>;
  /** The lists of which a change would not be seen now, and why. */
  readonly troubles: () => readonly WatchTrouble[];
  /** The lists that may be read and not watched, so that they are read again and again. */
  readonly unwatchable: () => readonly ListName[];
  /** Settles when the signal has ended all watches. */
  readonly done: Promise<unknown>;
}

const watchedNames = ["ingresses", "ingressclasses", "services", "endpointslices", "events"] as const;

/**
 * Watches the lists that a report needs.
 *
 * @throws {ObservationError} If the server cannot be reached, refuses the caller, or the Ingresses are not available.
 */
export async function watchCluster(client: ApiClient, options: WatchClusterOptions): Promise<WatchedCluster> {
  const { source, namespace, now, onChange, signal } = options;
  const toError = (error: unknown): unknown => toObservationError(error, client, namespace);
  const [mayServe, serverVersion] = await Promise.all([readServedApis(client), readServerVersion(client)])
    .catch((error: unknown) => {
      throw toError(error);
    });
  const scope: ListScope = { client, mayServe, ...optional("namespace", namespace) };
  let named: ReadonlySet<string> | undefined;
  // Much of what is written is nothing that is kept, such as annotations.
  const isOther = (before: unknown, after: unknown): boolean => !isDeepStrictEqual(before, after);
  const common = { signal, onChange, isOfInterest: isOther, ...optional("pause", options.pause) };
  const ingresses = watchList(scope, "ingresses", {
    ...common,
    onChange: () => {
      named = undefined;
      onChange();
    },
    read: (object) => {
      const ingress = readIngress(object);
      options.onIngress(ingress);
      return ingress;
    },
  });
  const classes = watchList(scope, "ingressclasses", { ...common, read: readIngressClass });
  const services = watchList(scope, "services", { ...common, read: readService });
  const isNamed = (slice: EndpointSliceObject | undefined): boolean => {
    if (slice === undefined) return false;
    named ??= namedServices(ingresses.items());
    return named.has(objectKey({ namespace: slice.namespace, name: slice.serviceName }));
  };
  const slices = watchList(scope, "endpointslices", {
    ...common,
    read: readEndpointSlice,
    // Of all that changes in a cluster these change most, and most of them belong to Services without an Ingress.
    isOfInterest: (before, after) => (isNamed(before) || isNamed(after)) && isOther(before, after),
  });
  const events = watchList(scope, "events", {
    ...common,
    read: readEvent,
    fieldSelector: "type=Warning,involvedObject.kind!=Pod",
  });
  const byName = { ingresses, ingressclasses: classes, services, endpointslices: slices, events };
  const all = watchedNames.map((name) => byName[name]);
  const [first] = await Promise.all(all.map((list) => list.first));
  if (first?.error !== undefined) throw toError(first.error);

  // Watching Secrets would send their keys, and what classes and backends name may be of any kind.
  const keptSecrets = createKeptRead<ReadList<SecretObject>>(now, ({ state }) => state.state === "forbidden");
  const isRefused = (objects: readonly ReferencedObject[]): boolean =>
    objects.some(({ state }) => state === "forbidden");
  const keptParameters = createKeptRead(now, isRefused);
  const keptBackends = createKeptRead(now, isRefused);
  return {
    troubles: () =>
      watchedNames.flatMap((list) => {
        const error = byName[list].trouble();
        return error === undefined ? [] : [{ list, message: error.message }];
      }),
    unwatchable: () => watchedNames.filter((name) => byName[name].isWatchForbidden()),
    done: Promise.all(all.map((list) => list.done)),
    view: async () => {
      const found = ingresses.items();
      const classesFound = classes.items();
      const [secrets, classParameters, backendObjects] = await Promise.all([
        keptSecrets(toKey(secretKeysOf(found)), () => readSecrets(scope, found)),
        keptParameters(
          toKey(parametersOfClasses(classesFound).map(referenceKey)),
          () => readClassParameters(client, classesFound),
        ),
        keptBackends(toKey(backendObjectsOf(found).map(referenceKey)), () => readBackendObjects(scope, found)),
      ]);
      return {
        source,
        ...optional("serverVersion", serverVersion),
        at: now().toISOString(),
        ...optional("namespace", namespace),
        isComplete: true,
        requestCount: client.requestCount(),
        lists: {
          ingresses: ingresses.state(),
          ingressclasses: classes.state(),
          services: services.state(),
          endpointslices: slices.state(),
          secrets: secrets.state,
          events: events.state(),
        },
        ingresses: sortObjects(found),
        ingressClasses: sortObjects(classesFound),
        services: sortObjects(services.items()),
        endpointSlices: slices.items(),
        secrets: sortObjects(secrets.items),
        events: latestEvents(events.items()),
        classParameters,
        backendObjects,
        areManagedFieldsShown: areManagedFieldsShown(found),
      };
    },
  };
}

/** The same for the same names in any order. */
function toKey(names: readonly string[]): string {
  return names.toSorted().join();
}
