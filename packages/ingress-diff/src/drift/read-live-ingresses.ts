import type { ApiClient } from "../observe/cluster/api-client.ts";
import { ApiError } from "../observe/cluster/api-error.ts";
import { listObjects } from "../observe/cluster/list-objects.ts";
import { toObservationError } from "../observe/cluster/observe-cluster.ts";
import { groupVersions, readServedApis } from "../observe/cluster/served-apis.ts";
import { type JsonObject, objectAt, stringAt } from "../observe/json-value.ts";
import { objectKey } from "../observe/object-key.ts";
import { formatMissingRight, rbacRules } from "../observe/rbac-rules.ts";
import { compareText } from "@kubeschema/model/compare-text";
import { fillCommand } from "../rules/rule/fill-command.ts";
import type { LiveIngress } from "./ingress-drift.ts";

/** Which Ingresses to read. */
export interface IngressName {
  readonly namespace: string;
  readonly name: string;
}

/** The live Ingresses that manifests are about. */
export interface LiveIngresses {
  readonly serverVersion?: string;
  /** False if a list changed while it was read in pages. */
  readonly isComplete: boolean;
  readonly find: (ingress: IngressName) => LiveIngress;
}

/** So few Ingresses are read one by one, since that needs only `get`. */
const getLimit = 10;

/** Of more namespaces than this, one list of all is read. */
const namespaceLimit = 3;

/**
 * How some Ingresses are read where nothing is forbidden: few of them one by one, many as a list of each namespace, or
 * of all.
 *
 * @returns The verb, and the namespaces that it is needed in; absent for all.
 */
export function liveReadPlan(
  wanted: readonly IngressName[],
): { readonly verb: "get" | "list"; readonly namespaces?: readonly string[] } {
  const namespaces = [...new Set(wanted.map(({ namespace }) => namespace))].sort(compareText);
  // An Ingress may be duplicated, which counts once.
  if (new Set(wanted.map(objectKey)).size <= getLimit) return { verb: "get", namespaces };
  return namespaces.length > namespaceLimit ? { verb: "list" } : { verb: "list", namespaces };
}

/**
 * Reads whole Ingresses with `get` and `list` only: few of them one by one, many with a list. Where one way is
 * forbidden (403) the other is tried; what stays forbidden is unknown, never missing.
 *
 * @throws {ObservationError} If the server cannot be reached, or refuses the caller (401).
 */
export async function readLiveIngresses(client: ApiClient, wanted: readonly IngressName[]): Promise<LiveIngresses> {
  try {
    const [mayServe, serverVersion] = await Promise.all([readServedApis(client), readServerVersion(client)]);
    const versions = groupVersions.ingresses.filter((version) => mayServe(version, "ingresses"));
    const reader = new LiveReader(client, versions, wanted);
    await reader.read();
    return {
      ...(serverVersion === undefined ? {} : { serverVersion }),
      isComplete: reader.isComplete,
      find: (ingress) => reader.find(ingress),
    };
  } catch (error) {
    throw toObservationError(error, client, undefined);
  }
}

class LiveReader {
  readonly #client: ApiClient;
  readonly #versions: readonly string[];
  readonly #wanted: ReadonlyMap<string, IngressName>;
  readonly #found = new Map<string, LiveIngress>();
  isComplete = true;

  constructor(client: ApiClient, versions: readonly string[], wanted: readonly IngressName[]) {
    this.#wanted = new Map(wanted.map((name) => [objectKey(name), name]));
    this.#client = client;
    this.#versions = versions;
  }

  find(ingress: IngressName): LiveIngress {
    return this.#found.get(objectKey(ingress)) ?? { state: "missing" };
  }

  async read(): Promise<void> {
    const namespaces = Map.groupBy(this.#wanted.values(), ({ namespace }) => namespace);
    const plan = liveReadPlan([...this.#wanted.values()]);
    if (plan.verb === "list") {
      if (plan.namespaces === undefined && await this.#list("") === undefined) return;
      const lists = [...namespaces].map(async ([namespace, names]) => {
        if (await this.#list(namespace) !== undefined) await Promise.all(names.map((name) => this.#get(name)));
      });
      await Promise.all(lists);
      return;
    }
    const ways = [...namespaces].map(async ([namespace, names]) => {
      const forbidden = (await Promise.all(names.map((name) => this.#get(name)))).includes(403);
      // What the list does not contain is missing: the list replaces what could not be read.
      if (forbidden && await this.#list(namespace) === undefined) this.#dropUnknown(names);
    });
    await Promise.all(ways);
  }

  /** Reads a list; returns what stopped it, if that is not a fault of the whole connection. */
  async #list(namespace: string): Promise<ApiError | undefined> {
    try {
      const { items, version, isConsistent } = await this.#firstServed(async (version) => {
        // Of a large cluster only what the manifests are about is kept.
        const read = (object: JsonObject): JsonObject | undefined =>
          this.#wanted.has(nameOf(object)) ? object : undefined;
        const list = await listObjects(this.#client, pathOf(version, namespace), { read });
        return { ...list, version };
      });
      if (!isConsistent) this.isComplete = false;
      for (const item of items) this.#keep({ ...item, apiVersion: version, kind: "Ingress" });
      return undefined;
    } catch (error) {
      return passable(error);
    }
  }

  async #get({ namespace, name }: IngressName): Promise<ApiError["reason"] | undefined> {
    try {
      const object = await this.#firstServed((version) =>
        this.#client.get(`${pathOf(version, namespace)}/${encodeURIComponent(name)}`)
      );
      this.#keep(object);
      return undefined;
    } catch (error) {
      const { reason, message } = passable(error);
      const key = objectKey({ namespace, name });
      // A server without this API answers 404 too, and says nothing about the object.
      if (reason === 404 && message.includes(`"${name}" not found`)) return undefined;
      this.#found.set(key, {
        state: "unknown",
        message: `Cannot read Ingress ${key}: ${reason === 403 ? "403 Forbidden: " : ""}${message}`,
        ...(reason === 403 ? { fix: formatMissingRight(getIngresses, namespace) } : {
          fix: "see what kubectl gets in its place",
          command: fillCommand("kubectl get ingress NAME -n NAMESPACE", { kind: "Ingress", namespace, name }),
        }),
      });
      return reason;
    }
  }

  #dropUnknown(names: readonly IngressName[]): void {
    for (const name of names) {
      const key = objectKey(name);
      if (this.#found.get(key)?.state === "unknown") this.#found.delete(key);
    }
  }

  #keep(object: JsonObject): void {
    this.#found.set(nameOf(object), { state: "found", object });
  }

  /** Where discovery is refused, which version there is shows only when one asks. */
  async #firstServed<T>(ask: (version: string) => Promise<T>): Promise<T> {
    let last = new ApiError(404, "the server does not have this API");
    for (const version of this.#versions) {
      try {
        return await ask(version);
      } catch (error) {
        if (!(error instanceof ApiError) || error.reason !== 404 || / not found$/.test(error.message)) throw error;
        last = error;
      }
    }
    throw last;
  }
}

function nameOf(object: JsonObject): string {
  const metadata = objectAt(object, "metadata");
  return objectKey({ namespace: stringAt(metadata, "namespace") ?? "", name: stringAt(metadata, "name") ?? "" });
}

/** A fault of one request. What affects every request is thrown on. */
function passable(error: unknown): ApiError {
  if (!(error instanceof ApiError) || error.reason === 401 || error.reason === "connection" || error.reason === "tls") {
    throw error;
  }
  return error;
}

const getIngresses = { ...rbacRules.ingresses, verbs: ["get"] };

function pathOf(version: string, namespace: string): string {
  return `/apis/${version}${namespace === "" ? "" : `/namespaces/${encodeURIComponent(namespace)}`}/ingresses`;
}

async function readServerVersion(client: ApiClient): Promise<string | undefined> {
  try {
    return stringAt(await client.get("/version"), "gitVersion");
  } catch (error) {
    passable(error);
    return undefined;
  }
}
