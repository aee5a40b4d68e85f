import { CommandError, type Kubectl } from "@kubeschema/command-kit";
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
import { isJsonObject } from "@kubeschema/model/json-object";
import { readCluster, readDocuments, type SourceDocument, type SourceDocuments } from "./read-documents.ts";
import type { SchemaStore } from "./schema-store.ts";
import { selectVersion, selectVersions } from "./select-versions.ts";

/** The sources of a command's schemas. */
export interface LoadOptions {
  /** Releases, `recent` or `all`. Default: the newest. */
  readonly versions?: readonly string[];
  /** The version of `from`, if that is given; otherwise the only version to read. */
  readonly kubernetesVersion?: string | undefined;
  /** A file or folder of OpenAPI documents or CustomResourceDefinitions, or `cluster`. */
  readonly from?: string | undefined;
  /** Files or folders of additional CustomResourceDefinitions. */
  readonly crds?: readonly string[];
  /** Asks the cluster that `from` names. */
  readonly kubectl?: Kubectl;
}

/** The schemas that were read. */
export interface LoadedModels {
  /** Oldest first. */
  readonly models: readonly SchemaModel[];
  readonly diagnostics: readonly Diagnostic[];
  /** Tells whether a kind is one of Kubernetes itself, so that `@kubeschema/types` has it. */
  readonly isBuiltIn: (kind: Kind) => boolean;
}

/**
 * Reads the schemas that a command needs.
 *
 * @throws {UsageError} If a version is unknown.
 * @throws {CommandError} If a source cannot be read.
 */
export async function loadModels(store: SchemaStore, options: LoadOptions): Promise<LoadedModels> {
  const { from, crds = [], versions = [], kubernetesVersion } = options;
  const custom = await readCustom(crds, store.defaultVersion);
  if (from !== undefined) return addCustom(await loadFrom(store, from, options), custom);
  const wanted = versions.length === 0 ? [selectVersion(store, kubernetesVersion)] : selectVersions(store, versions);
  const models: SchemaModel[] = [];
  for (const version of wanted) models.push(await store.read(version));
  return addCustom({ models, diagnostics: [], isBuiltIn: () => true }, custom);
}

async function loadFrom(
  store: SchemaStore,
  from: string,
  { kubectl, kubernetesVersion }: LoadOptions,
): Promise<LoadedModels> {
  const source = from === "cluster" && kubectl ? await readCluster(kubectl) : await readDocuments(from);
  const version = kubernetesVersion ?? statedVersion(source) ?? store.defaultVersion;
  const { model, diagnostics } = readModel(source, from, version);
  const known = await store.read(store.defaultVersion);
  const builtIn = new Set(known.kinds.map(keyOf));
  // CustomResourceDefinitions refer to ObjectMeta and similar types without containing them.
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
    const info: unknown = isJsonObject(value) ? value.info : undefined;
    const version: unknown = isJsonObject(info) ? info.version : undefined;
    const minor = typeof version === "string" ? /^v?(\d+\.\d+)(?:\.|$)/.exec(version)?.[1] : undefined;
    // Other APIs have versions of their own; the title distinguishes that of Kubernetes.
    const title: unknown = isJsonObject(info) ? info.title : undefined;
    if (minor !== undefined && title === "Kubernetes") return `v${minor}`;
  }
  return undefined;
}

function readModel({ documents, sha256 }: SourceDocuments, from: string, kubernetesVersion: string): ReadResult {
  const name = from === "cluster" ? "the cluster's OpenAPI" : documents[0]?.name ?? from;
  const options = { kubernetesVersion, name, sha256 };
  const v2 = documents.find(({ value }) => isJsonObject(value) && "swagger" in value);
  const v3 = documents.filter(({ value }) => isJsonObject(value) && "openapi" in value);
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
  throw new CommandError(
    `Cannot find a schema in "${from}": expected an OpenAPI document or CustomResourceDefinitions`,
  );
}

async function readCustom(crds: readonly string[], kubernetesVersion: string): Promise<readonly ReadResult[]> {
  const results: ReadResult[] = [];
  for (const from of crds) {
    const { documents, sha256 } = await readDocuments(from);
    results.push(readCustomDocuments(documents, from, { kubernetesVersion, name: from, sha256 }));
  }
  return results;
}

/** Adds custom kinds to every version, so that the history does not mention them. */
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
