import { isDeepStrictEqual } from "node:util";
import type { ClusterView, EndpointSliceObject, IngressObject, ListName, SecretObject } from "../cluster-view.ts";
import { optional } from "../json-value.ts";
import { readEndpointSlice } from "../read-endpoint-slice.ts";
import { latestEvents, readEvent } from "../read-event.ts";
import { readIngressClass } from "../read-ingress-class.ts";
import { readIngress } from "../read-ingress.ts";
import { areManagedFieldsShown } from "../read-managed-fields.ts";
import { readService } from "../read-service.ts";
import { sortObjects } from "../sort-objects.ts";
import type { ApiClient } from "./api-client.ts";
import { readServerVersion, toObservationError } from "./observe-cluster.ts";
import { namedServices } from "./named-services.ts";
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
  /** What is known now. Secrets and what classes name as parameters are read for it; all else is there already. */
  readonly view: () => Promise<ClusterView>;
  /** The lists of which a change would not be seen now, and why. */
  readonly troubles: () => readonly WatchTrouble[];
  /** The lists that may be read and not watched, so that they are read again and again. */
  readonly unwatchable: () => readonly ListName[];
  /** Settles when the signal has ended all watches. */
  readonly done: Promise<unknown>;
}

const watchedNames = ["ingresses", "ingressclasses", "services", "endpointslices", "events"] as const;

/** Secrets are not watched, since that would send their keys; they are read again after this time. */
const secretsMaxAgeMs = 60_000;

/**
 * Watches the lists that a report needs.
 *
 * @throws {ObservationError} If the server cannot be reached, refuses the caller, or the Ingresses cannot be had.
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
    return named.has(`${slice.namespace}/${slice.serviceName}`);
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

  const secrets = createSecretsReader(scope, now);
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
      const read = await secrets(found);
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
          secrets: read.state,
          events: events.state(),
        },
        ingresses: sortObjects(found),
        ingressClasses: sortObjects(classes.items()),
        services: sortObjects(services.items()),
        endpointSlices: slices.items(),
        secrets: sortObjects(read.items),
        events: latestEvents(events.items()),
        classParameters: await readClassParameters(client, classes.items()),
        areManagedFieldsShown: areManagedFieldsShown(found),
      };
    },
  };
}

/** Reads the Secrets that Ingresses name when those are others than before, and once a minute. */
function createSecretsReader(
  scope: ListScope,
  now: () => Date,
): (ingresses: readonly IngressObject[]) => Promise<ReadList<SecretObject>> {
  let last: { readonly names: string; readonly atMs: number; readonly found: ReadList<SecretObject> } | undefined;
  let wasRefused = false;
  return async (ingresses) => {
    const names = ingresses.flatMap(({ namespace, tls }) => tls.map(({ secretName }) => `${namespace}/${secretName}`))
      .toSorted().join();
    const atMs = now().getTime();
    if (last !== undefined && last.names === names && atMs - last.atMs < secretsMaxAgeMs) return last.found;
    const found = await readSecrets(scope, ingresses);
    // An API server that has just started refuses everybody (403) until it has read its roles; so one refusal is no news.
    const mayPass = found.state.state === "forbidden" && last?.found.state.state === "observed" && !wasRefused;
    wasRefused = mayPass;
    if (mayPass && last !== undefined) return last.found;
    last = { names, atMs, found };
    return found;
  };
}
