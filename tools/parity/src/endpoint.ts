import { type ApiServer, type ApiServerResponse, isAtLeast } from "@kubeschema-tools/apiserver";
import type { JsonObject } from "./mutate.ts";

/** Where a server takes the objects of a kind. */
export interface Endpoint {
  readonly method: "POST" | "PUT";
  /** The path of a collection, or of an object that exists. */
  readonly path: string;
  /** Translates an object to the version that is served here. */
  readonly toServer?: (object: JsonObject) => JsonObject;
  /** Translates a fault of the server, with its field and type, to our version of the kind. */
  readonly fromServer?: (line: string) => string;
}

/** Creates objects in a collection. */
export function create(path: string): Endpoint {
  return { method: "POST", path };
}

/** The same for servers that have the kind only in an older version, such as `batch/v1beta1`. */
export function createOlder(apiVersion: string, plural: string): Endpoint {
  return {
    ...create(`/apis/${apiVersion}/namespaces/default/${plural}`),
    toServer: (object) => ({ ...object, apiVersion }),
  };
}

/** The first endpoint that a server has, by its discovery document; `undefined` if it has none of them. */
export async function servedEndpoint(server: ApiServer, endpoints: readonly Endpoint[]): Promise<Endpoint | undefined> {
  for (const endpoint of endpoints) {
    if (await isServed(server, endpoint.path)) return endpoint;
  }
  return undefined;
}

/** Whether a server has the resource of a path. */
export async function isServed(server: ApiServer, path: string): Promise<boolean> {
  const [, groupVersion, resource] = /^(\/api\/v1|\/apis\/[^/]+\/[^/]+)(?:\/namespaces\/[^/]+)?\/([^/]+)/.exec(path) ??
    [];
  if (groupVersion === undefined) throw new SyntaxError(`Cannot read the path "${path}": it names no resource`);
  const { status, body } = await server.request("GET", groupVersion);
  if (status !== 200) return false;
  // A discovery document lists the resources.
  const { resources } = body as { readonly resources: readonly { readonly name: string }[] };
  return resources.some(({ name }) => name === resource);
}

/** Whether a server can refuse fields that do not exist; it can from 1.25 on. See KEP-2885. */
export function isStrict({ version }: ApiServer): boolean {
  return isAtLeast(version, "1.25");
}

/** Sends an object without storing it; a server that can refuses fields that do not exist. */
export function send(
  server: ApiServer,
  { method, path, toServer }: Endpoint,
  object: JsonObject,
): Promise<ApiServerResponse> {
  const query = isStrict(server) ? "dryRun=All&fieldValidation=Strict" : "dryRun=All";
  return server.request(method, `${path}?${query}`, toServer?.(object) ?? object);
}
