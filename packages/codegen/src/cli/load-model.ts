import {
  compareKinds,
  type Diagnostic,
  formatApiVersion,
  readCrds,
  readOpenApiV2,
  readOpenApiV3,
  type ReadResult,
  type SchemaModel,
} from "@kubeschema/model";
import { isJsonObject } from "@kubeschema/model/json-object";
import { CommandError, reasonOf } from "@kubeschema/command-kit";
import type { SourceDocument } from "./parse-document.ts";

/** The result of reading the documents of one run. */
export interface LoadedModel {
  readonly model: SchemaModel;
  readonly diagnostics: readonly Diagnostic[];
  /** Kinds of objects that are not a schema, with their number. */
  readonly passedOver: ReadonlyMap<string, number>;
}

/** Facts that the documents do not contain. */
export interface LoadOptions {
  readonly kubernetesVersion: string;
  /** The source of the documents, for the header of the generated files. */
  readonly name: string;
  readonly sha256: string;
}

type Form = "openapi-v2" | "openapi-v3" | "crd" | "other";

/**
 * Reads documents of any mix of forms into one model. A CustomResourceDefinition says more about a custom kind than
 * OpenAPI does, so it takes precedence.
 *
 * @throws {CommandError} If there is no schema, two OpenAPI documents exclude each other, or one is of another version.
 */
export function loadModel(documents: readonly SourceDocument[], options: LoadOptions): LoadedModel {
  const byForm = Map.groupBy(documents.flatMap(listItems), ({ name, value }) => formOf(name, value));
  const [v2, ...moreV2] = byForm.get("openapi-v2") ?? [];
  const v3 = byForm.get("openapi-v3") ?? [];
  const crds = byForm.get("crd") ?? [];
  const [, second] = [...v2 ? [v2] : [], ...moreV2, ...v2 ? v3 : []];
  if (v2 && second) {
    throw new CommandError(`Cannot use "${v2.name}" and "${second.name}" together: each is the OpenAPI of a cluster`, {
      hint: "--from one of them",
    });
  }
  const results = [
    ...(v2 ? [readAll([v2], ([value]) => readOpenApiV2(value, { ...options, name: v2.name }))] : []),
    ...(v3.length > 0 ? [readAll(v3, (values) => readOpenApiV3(values, { ...options, name: v3[0]?.name ?? "" }))] : []),
    ...(crds.length > 0
      ? [readAll(crds, (values) => readCrds(values, { ...options, documentNames: crds.map(({ name }) => name) }))]
      : []),
  ];
  const [first, ...others] = results.map(({ model }) => model);
  if (!first) throw new CommandError(`Cannot find a schema in "${options.name}": ${foundInstead(byForm)}`);
  return {
    model: { ...others.reduce(mergeModels, first), source: { ...first.source, ...sourceOf(options) } },
    diagnostics: results.flatMap(({ diagnostics }) => diagnostics),
    passedOver: countKinds(byForm.get("other") ?? []),
  };
}

function sourceOf({ name, sha256 }: LoadOptions): { name: string; sha256: string } {
  return { name, sha256 };
}

/** Lists the objects of a List; the server's own Lists leave apiVersion and kind out of their items. */
function listItems({ name, value }: SourceDocument): readonly SourceDocument[] {
  if (!isJsonObject(value) || typeof value.kind !== "string" || !value.kind.endsWith("List")) return [{ name, value }];
  const typeMeta = value.kind === "List" ? {} : { apiVersion: value.apiVersion, kind: value.kind.slice(0, -4) };
  const items: readonly unknown[] = Array.isArray(value.items) ? value.items : [];
  return items.flatMap((item) => listItems({ name, value: isJsonObject(item) ? { ...typeMeta, ...item } : item }));
}

function formOf(name: string, value: unknown): Form {
  if (!isJsonObject(value)) return "other";
  // The readers refuse the versions that they do not know, and say which one was found.
  if ("swagger" in value || "swaggerVersion" in value) return "openapi-v2";
  if ("openapi" in value) return "openapi-v3";
  if (value.kind === "CustomResourceDefinition") return "crd";
  if (
    isJsonObject(value.paths) &&
    Object.values(value.paths).some((path) => isJsonObject(path) && "serverRelativeURL" in path)
  ) {
    throw new CommandError(`Cannot read "${name}": it is the index of OpenAPI v3, which only lists documents`, {
      hint: "--from cluster, or the documents themselves",
    });
  }
  return "other";
}

function readAll(
  documents: readonly SourceDocument[],
  read: (values: readonly unknown[]) => ReadResult,
): ReadResult {
  try {
    return read(documents.map(({ value }) => value));
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new CommandError(reasonOf(cause), { cause });
  }
}

/** Kinds and definitions of the second model replace those of the first. */
function mergeModels(first: SchemaModel, second: SchemaModel): SchemaModel {
  const key = (kind: SchemaModel["kinds"][number]): string => `${formatApiVersion(kind)}/${kind.kind}`;
  const kinds = new Map([...first.kinds, ...second.kinds].map((kind) => [key(kind), kind]));
  const definitions = { ...first.definitions, ...second.definitions };
  return {
    ...first,
    kinds: [...kinds.values()].sort(compareKinds),
    definitions: Object.fromEntries(Object.entries(definitions).sort(([a], [b]) => a < b ? -1 : 1)),
  };
}

function countKinds(documents: readonly SourceDocument[]): ReadonlyMap<string, number> {
  const groups = Map.groupBy(
    documents,
    ({ value }) =>
      isJsonObject(value) && typeof value.kind === "string" ? value.kind : "something that is not a Kubernetes object",
  );
  return new Map([...groups].map(([kind, members]) => [kind, members.length]));
}

function foundInstead(byForm: ReadonlyMap<Form, readonly SourceDocument[]>): string {
  const found = [...countKinds(byForm.get("other") ?? []).keys()];
  const expected = "expected CustomResourceDefinitions or an OpenAPI document";
  return found.length === 0 ? `${expected}, found nothing` : `${expected}, found ${found.slice(0, 5).join(", ")}`;
}
