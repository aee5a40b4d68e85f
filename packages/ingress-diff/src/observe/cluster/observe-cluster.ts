import type { ClusterView, IngressObject } from "../cluster-view.ts";
import { optional } from "../json-value.ts";
import { ObservationError } from "../observation-error.ts";
import { readEndpointSlice } from "../read-endpoint-slice.ts";
import { latestEvents, readEvent } from "../read-event.ts";
import { readIngressClass } from "../read-ingress-class.ts";
import { readIngress } from "../read-ingress.ts";
import { areManagedFieldsShown } from "../read-managed-fields.ts";
import { readService } from "../read-service.ts";
import { sortObjects } from "../sort-objects.ts";
import type { ApiClient } from "./api-client.ts";
import { ApiError } from "./api-error.ts";
import { readBackendObjects } from "./read-backend-objects.ts";
import { readClassParameters } from "./read-class-parameters.ts";
import { type ListScope, readList } from "./read-list.ts";
import { readSecrets } from "./read-secrets.ts";
import { readServedApis } from "./served-apis.ts";

/** What to read of a cluster. */
export interface ObserveOptions {
  /** For people, such as `context "prod"`. */
  readonly source: string;
  /** RFC 3339: the time of the observation. */
  readonly at: string;
  /** The one namespace to read; absent for all. IngressClasses are read for the whole cluster in any case. */
  readonly namespace?: string;
  /** Ingresses that are not there yet: the Secrets and other objects that they name are read too. */
  readonly alsoNamedBy?: readonly IngressObject[];
  readonly onProgress?: (text: string) => void;
}

/**
 * Reads a cluster with one paged list per kind: a number of requests that does not grow with the number of Ingresses,
 * except for pages of 500.
 *
 * Only the Ingresses are needed. Any other list that is not available is named in `lists`.
 *
 * @throws {ObservationError} If the server cannot be reached, refuses the caller (401), or the Ingresses are not
 *   available.
 */
export async function observeCluster(client: ApiClient, options: ObserveOptions): Promise<ClusterView> {
  const { namespace, alsoNamedBy = [], onProgress } = options;
  const asks = Promise.all([readServedApis(client), readServerVersion(client)]);
  const [mayServe, serverVersion] = await asks.catch((error: unknown) => {
    throw toObservationError(error, client, namespace);
  });
  const scope: ListScope = { client, mayServe, ...optional("namespace", namespace) };
  const onPage = (count: number): void => onProgress?.(`${count} Ingresses`);
  const ingressesAndNamed = readList(scope, "ingresses", { read: readIngress, onPage }).then(async (ingresses) => {
    const all = [...ingresses.items, ...alsoNamedBy];
    const [secrets, backendObjects] = await Promise.all([readSecrets(scope, all), readBackendObjects(scope, all)]);
    return { ingresses, secrets, backendObjects };
  });
  const classesAndParameters = readList(scope, "ingressclasses", { read: readIngressClass }).then(async (classes) => ({
    classes,
    parameters: await readClassParameters(client, classes.items),
  }));
  const [
    { ingresses, secrets, backendObjects },
    { classes: ingressClasses, parameters },
    services,
    endpointSlices,
    events,
  ] = await Promise.all([
    ingressesAndNamed,
    classesAndParameters,
    readList(scope, "services", { read: readService }),
    readList(scope, "endpointslices", { read: readEndpointSlice }),
    // Most warnings are about Pods, and no rule looks at those.
    readList(scope, "events", { read: readEvent, fieldSelector: "type=Warning,involvedObject.kind!=Pod" }),
  ]);
  if (ingresses.error !== undefined) throw toObservationError(ingresses.error, client, namespace);
  const lists = [ingresses, ingressClasses, services, endpointSlices, secrets, events];
  return {
    source: options.source,
    ...optional("serverVersion", serverVersion),
    at: options.at,
    ...optional("namespace", namespace),
    isComplete: lists.every((list) => list.isConsistent),
    requestCount: client.requestCount(),
    lists: {
      ingresses: ingresses.state,
      ingressclasses: ingressClasses.state,
      services: services.state,
      endpointslices: endpointSlices.state,
      secrets: secrets.state,
      events: events.state,
    },
    ingresses: sortObjects(ingresses.items),
    ingressClasses: sortObjects(ingressClasses.items),
    services: sortObjects(services.items),
    endpointSlices: endpointSlices.items,
    secrets: sortObjects(secrets.items),
    events: latestEvents(events.items),
    classParameters: parameters,
    backendObjects,
    areManagedFieldsShown: areManagedFieldsShown(ingresses.items),
  };
}

/** The version of the server; `undefined` if it hides it. */
export async function readServerVersion(client: ApiClient): Promise<string | undefined> {
  try {
    const { gitVersion } = await client.get("/version");
    return typeof gitVersion === "string" ? gitVersion : undefined;
  } catch (error) {
    // Some clusters hide it from users; it only makes the report better.
    if (error instanceof ApiError && typeof error.reason === "number" && error.reason !== 401) return undefined;
    throw error;
  }
}

/** Says what stopped the first requests; anything but an `ApiError` is thrown as it is. */
export function toObservationError(error: unknown, client: ApiClient, namespace: string | undefined): ObservationError {
  if (!(error instanceof ApiError)) throw error;
  const { server } = client;
  const where = namespace === undefined ? "of all namespaces" : `in namespace "${namespace}"`;
  const scope = namespace === undefined ? "-A" : `-n ${namespace}`;
  const [message, hint] = ((): readonly [string, string] => {
    switch (error.reason) {
      case "connection":
        return [`Cannot connect to ${server}: ${error.message}`, "kubectl cluster-info, or another --context"];
      case "tls":
        return [
          `Cannot trust ${server}: ${error.message}`,
          "check certificate-authority-data and the server's name in the kubeconfig",
        ];
      case "timeout":
        return [`Cannot read from ${server}: ${error.message}`, "a longer --request-timeout"];
      case "answer":
      case "broken":
        return [
          `Cannot read from ${server}: ${error.message}`,
          "again; something between here and the server broke it",
        ];
      case 401:
        return [`Cannot log in to ${server}: 401 ${error.message}`, "kubectl auth whoami, and log in again"];
      case 403:
        return [
          `Cannot list ingresses ${where}: 403 Forbidden: ${error.message}`,
          `kubectl auth can-i list ingresses ${scope}`,
        ];
      default:
        return [`Cannot list ingresses ${where}: ${error.reason} ${error.message}`, `kubectl get ingresses ${scope}`];
    }
  })();
  return new ObservationError(message, hint, { cause: error });
}
