import {
  compareKinds,
  type Definition,
  type Diagnostic,
  formatApiVersion,
  type Kind,
  readCrds,
  readOpenApiV2,
  readOpenApiV3,
  type ReadResult,
  type SchemaModel,
} from "@kubeschema/model";
import { readCluster, readDocuments, type SourceDocument, type SourceDocuments } from "./read-documents.ts";
import type { SchemaStore } from "./schema-store.ts";
import { UsageError } from "./usage-error.ts";

/** Where the schemas of a command come from. */
export interface LoadOptions {
  /** Versions parted by commas, `recent` or `all`; the newest unless given. */
  readonly versions?: string | undefined;
  /** The version that `from` is, if it is given; else the one version to read. */
  readonly kubernetesVersion?: string | undefined;
  /** A file or folder of OpenAPI documents or CustomResourceDefinitions, or `cluster`. */
  readonly from?: string | undefined;
  /** Files or folders of CustomResourceDefinitions, beside the rest. */
  readonly crds?: readonly string[];
  readonly context?: string | undefined;
  readonly kubeconfig?: string | undefined;
}

/** What was read. */
export interface LoadedModels {
  /** Oldest first. */
  readonly models: readonly SchemaModel[];
  readonly diagnostics: readonly Diagnostic[];
  /** Whether a kind of this name is one of Kubernetes itself, so that `@kubeschema/types` has it. */
  readonly isBuiltIn: (kind: Kind) => boolean;
}

/**
 * Reads the schemas that a command is asked for.
 *
 * @throws {UsageError} If a version is unknown, or the options exclude each other.
 * @throws {Error} If a source cannot be read.
 */
export async function loadModels(store: SchemaStore, options: LoadOptions): Promise<LoadedModels> {
  const { from, crds = [], versions, kubernetesVersion } = options;
  if (from !== undefined && versions !== undefined) {
    throw new UsageError("Cannot use --versions with --from: what it names is one version. Try: --kubernetes-version");
  }
  const custom = await readCustom(crds, store.defaultVersion);
  if (from !== undefined) return addCustom(await loadFrom(store, from, options), custom);
  const wanted = versions === undefined ? [selectVersion(store, kubernetesVersion)] : selectVersions(store, versions);
  const models: SchemaModel[] = [];
  for (const version of wanted) models.push(await store.read(version));
  return addCustom({ models, diagnostics: [], isBuiltIn: () => true }, custom);
}

/**
 * Names the versions asked for, oldest first.
 *
 * @param asked `v1.35,v1.36`, also without `v` and with a patch; `recent`; `all`; the newest unless given.
 * @throws {UsageError} If there is no such version.
 */
function selectVersions(store: SchemaStore, asked: string | undefined): readonly string[] {
  if (asked === undefined) return [store.defaultVersion];
  if (asked === "all") return [...store.versions].reverse();
  if (asked === "recent") return recentVersions(store);
  const wanted = new Set(
    asked.split(",").map((version) => {
      const minor = version.trim().replace(/^v?(\d+\.\d+)(?:\.\d+)?$/, "v$1");
      if (store.versions.includes(minor)) return minor;
      throw new UsageError(`Cannot read Kubernetes "${version.trim()}": there are ${store.versions.join(", ")}`);
    }),
  );
  return store.versions.filter((version) => wanted.has(version)).reverse();
}

/**
 * The newest versions up to the first gap of more than one release, oldest first: "changed in v1.14 to v1.28" would tell
 * a reader nothing, and kinds that went before are of use to few.
 */
function recentVersions({ versions }: SchemaStore): readonly string[] {
  const minors = versions.map((version) => Number(/\.(\d+)/.exec(version)?.[1]));
  const gap = minors.findIndex((minor, index) => index > 0 && !((minors[index - 1] ?? 0) - minor <= 2));
  return versions.slice(0, gap === -1 ? versions.length : gap).reverse();
}

/**
 * Names the one version asked for.
 *
 * @throws {UsageError} If there is no such version.
 */
export function selectVersion(store: SchemaStore, asked: string | undefined): string {
  const [version, ...others] = asked === "all" || asked === "recent" ? [] : selectVersions(store, asked);
  if (version !== undefined && others.length === 0) return version;
  throw new UsageError(`Cannot read Kubernetes "${asked}": expected one version of ${store.versions.join(", ")}`);
}

async function loadFrom(
  store: SchemaStore,
  from: string,
  { context, kubeconfig, kubernetesVersion }: LoadOptions,
): Promise<LoadedModels> {
  const source = from === "cluster" ? await readCluster({ context, kubeconfig }) : await readDocuments(from);
  const version = kubernetesVersion ?? statedVersion(source) ?? store.defaultVersion;
  const { model, diagnostics } = readModel(source, from, version);
  const known = await store.read(store.defaultVersion);
  const builtIn = new Set(known.kinds.map(keyOf));
  // CustomResourceDefinitions refer to ObjectMeta and its like, and do not hold them.
  const machinery = model.source.format === "crd" ? machineryOf(known) : {};
  const definitions = sortByName({ ...machinery, ...model.definitions });
  return {
    models: [{ ...model, definitions }],
    diagnostics,
    isBuiltIn: (kind) => builtIn.has(keyOf(kind)),
  };
}

/** `v1.30` where a cluster's OpenAPI says `v1.30.4`; the published documents call themselves "unversioned". */
function statedVersion({ documents }: SourceDocuments): string | undefined {
  for (const { value } of documents) {
    const info: unknown = isObject(value) && "info" in value ? value.info : undefined;
    const version: unknown = isObject(info) && "version" in info ? info.version : undefined;
    const minor = typeof version === "string" ? /^v?(\d+\.\d+)(?:\.|$)/.exec(version)?.[1] : undefined;
    // Other APIs have versions of their own; that of Kubernetes is called so.
    const title: unknown = isObject(info) && "title" in info ? info.title : undefined;
    if (minor !== undefined && title === "Kubernetes") return `v${minor}`;
  }
  return undefined;
}

function readModel({ documents, sha256 }: SourceDocuments, from: string, kubernetesVersion: string): ReadResult {
  const name = from === "cluster" ? "the cluster's OpenAPI" : documents[0]?.name ?? from;
  const options = { kubernetesVersion, name, sha256 };
  const v2 = documents.find(({ value }) => isObject(value) && "swagger" in value);
  const v3 = documents.filter(({ value }) => isObject(value) && "openapi" in value);
  if (v2) return readOpenApiV2(v2.value, options);
  if (v3.length > 0) return readOpenApiV3(v3.map(({ value }) => value), options);
  return readCustomDocuments(documents, from, options);
}

function readCustomDocuments(
  documents: readonly SourceDocument[],
  from: string,
  options: { readonly kubernetesVersion: string; readonly name: string; readonly sha256: string },
): ReadResult {
  const names = documents.map(({ name }) => name);
  const result = readCrds(documents.map(({ value }) => value), { ...options, documentNames: names });
  if (result.model.kinds.length > 0) return result;
  throw new Error(`Cannot find a schema in "${from}": expected an OpenAPI document or CustomResourceDefinitions`);
}

async function readCustom(crds: readonly string[], kubernetesVersion: string): Promise<readonly ReadResult[]> {
  const results: ReadResult[] = [];
  for (const from of crds) {
    const { documents, sha256 } = await readDocuments(from);
    results.push(readCustomDocuments(documents, from, { kubernetesVersion, name: from, sha256 }));
  }
  return results;
}

/** Adds custom kinds to every version, so that the history says nothing of them. */
function addCustom(loaded: LoadedModels, custom: readonly ReadResult[]): LoadedModels {
  if (custom.length === 0) return loaded;
  const keys = new Set(custom.flatMap(({ model }) => model.kinds.map(keyOf)));
  const models = loaded.models.map((model) => {
    const kinds = [
      ...model.kinds.filter((kind) => !keys.has(keyOf(kind))),
      ...custom.flatMap((result) => result.model.kinds),
    ];
    const definitions = Object.assign({}, model.definitions, ...custom.map((result) => result.model.definitions));
    return { ...model, kinds: kinds.sort(compareKinds), definitions: sortByName(definitions) };
  });
  return {
    models,
    diagnostics: [...loaded.diagnostics, ...custom.flatMap(({ diagnostics }) => diagnostics)],
    isBuiltIn: (kind) => !keys.has(keyOf(kind)) && loaded.isBuiltIn(kind),
  };
}

function machineryOf({ definitions }: SchemaModel): Readonly<Record<string, Definition>> {
  return Object.fromEntries(Object.entries(definitions).filter(([name]) => name.startsWith("io.k8s.apimachinery.")));
}

function sortByName(definitions: Readonly<Record<string, Definition>>): Readonly<Record<string, Definition>> {
  return Object.fromEntries(Object.entries(definitions).sort(([a], [b]) => a < b ? -1 : 1));
}

function keyOf(kind: Kind): string {
  return `${formatApiVersion(kind)}/${kind.kind}`;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
