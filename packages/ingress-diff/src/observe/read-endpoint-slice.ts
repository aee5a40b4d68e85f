import type { Endpoint, EndpointSliceObject } from "./cluster-view.ts";
import { type JsonObject, objectAt, objectsAt, stringAt, stringsAt } from "./json-value.ts";
import { keepDefined } from "./keep-defined.ts";
import { readMetadata } from "./read-metadata.ts";

/**
 * Reads an EndpointSlice of discovery.k8s.io/v1 or v1beta1; a slice that no Service owns gives `undefined`.
 *
 * A list of ports that is `null` or empty has no port: the controller writes it where no pod has the port that a
 * Service targets, so its endpoints must not count as ready.
 *
 * @see {@link https://kubernetes.io/docs/reference/kubernetes-api/service-resources/endpoint-slice-v1/}
 * @throws {TypeError} If the object has no name.
 */
export function readEndpointSlice(object: JsonObject): EndpointSliceObject | undefined {
  const metadata = readMetadata(object, "default");
  const serviceName = stringAt(metadata.labels, "kubernetes.io/service-name");
  if (serviceName === undefined) return undefined;
  return {
    namespace: metadata.namespace,
    serviceName,
    portNames: objectsAt(object, "ports").map((port) => stringAt(port, "name") ?? ""),
    endpoints: keepDefined(objectsAt(object, "endpoints").map(readEndpoint)),
  };
}

function readEndpoint(endpoint: JsonObject): Endpoint | undefined {
  const conditions = objectAt(endpoint, "conditions");
  const target = objectAt(endpoint, "targetRef");
  const targetName = stringAt(target, "name");
  // A pod of a dual-stack Service is in one slice per address family: it is one endpoint.
  const key = targetName === undefined ? stringsAt(endpoint, "addresses")[0] : `${String(target.kind)}/${targetName}`;
  if (key === undefined) return undefined;
  return {
    key,
    // "nil" is to be read as true: the field is a pointer in the API.
    isReady: conditions.ready !== false,
    isDraining: conditions.terminating === true && conditions.serving !== false,
  };
}
