import { isJsonObject, type JsonObject, textOf } from "../values/json-object.ts";
import { nestingProblem } from "../runtime/nesting-problem.ts";
import { InvalidCrdError } from "./invalid-crd-error.ts";
import { readRootSchema } from "./schema/read-schema.ts";
import type { Schema } from "./schema/schema.ts";
import { SchemaFault } from "./schema/schema-fault.ts";

/** The parts of a CustomResourceDefinition by which objects of its kind are judged. */
export interface Crd {
  readonly name: string;
  readonly group: string;
  readonly kind: string;
  readonly scope: "Namespaced" | "Cluster";
  readonly versions: readonly CrdVersion[];
}

/** One version of a custom kind. */
export interface CrdVersion {
  readonly name: string;
  readonly isServed: boolean;
  /** The warning if the version is deprecated. */
  readonly deprecation: string | undefined;
  readonly hasStatus: boolean;
  /** The field that `kubectl scale` sets: `.spec.replicas`. */
  readonly replicasPath: string | undefined;
  /** True where unknown fields are kept everywhere. */
  readonly isPreserving: boolean;
  /** Absent if the version is not served: its schema is not read. */
  readonly schema: Schema | undefined;
}

/** The source that issues name for the requirements of a definition's schema. */
export function crdSource(name: string): string {
  return `CustomResourceDefinition ${name}`;
}

const apiVersion = "apiextensions.k8s.io/v1";
const kind = "CustomResourceDefinition";

/** Tells whether a value says that it is a CustomResourceDefinition, of whatever version. */
export function isCrd(value: unknown): value is JsonObject {
  return isJsonObject(value) && value.kind === kind && textOf(value.apiVersion).startsWith("apiextensions.k8s.io/");
}

/**
 * Reads a CustomResourceDefinition.
 *
 * @throws {InvalidCrdError} If it is not one, or not one that a server could serve.
 */
export function readCrd(value: unknown): Crd {
  const nesting = nestingProblem(value);
  if (nesting !== undefined) throw new InvalidCrdError("", "", nesting);
  const object = isJsonObject(value) ? value : {};
  const metadata = isJsonObject(object.metadata) ? object.metadata : {};
  const name = textOf(metadata.name);
  const fail = (fieldPath: string, problem: string): never => {
    throw new InvalidCrdError(name, fieldPath, problem);
  };
  if (!isJsonObject(value)) fail("", "must be an object");
  if (object.kind !== kind) fail("kind", `must be "${kind}"`);
  if (object.apiVersion !== apiVersion) {
    fail("apiVersion", `must be "${apiVersion}"; convert older ones with kubectl get crd NAME -o yaml`);
  }
  const spec = isJsonObject(object.spec) ? object.spec : fail("spec", "is required");
  const names = isJsonObject(spec.names) ? spec.names : {};
  const group = textOf(spec.group) || fail("spec.group", "is required");
  const ownKind = textOf(names.kind) || fail("spec.names.kind", "is required");
  const { scope } = spec;
  if (scope !== "Namespaced" && scope !== "Cluster") return fail("spec.scope", "must be Namespaced or Cluster");
  const list: readonly unknown[] = Array.isArray(spec.versions) ? spec.versions : fail("spec.versions", "is required");
  try {
    const versions = list.map((version, index) =>
      readVersion(version, `spec.versions[${index}]`, `${group}/`, spec, ownKind)
    );
    if (!versions.some(({ isServed }) => isServed)) fail("spec.versions", "must have a version that is served");
    return { name, group, kind: ownKind, scope, versions };
  } catch (error) {
    if (error instanceof SchemaFault) return fail(error.fieldPath, error.problem);
    throw error;
  }
}

function readVersion(value: unknown, path: string, prefix: string, spec: JsonObject, kind: string): CrdVersion {
  if (!isJsonObject(value)) throw new SchemaFault(path, "must be an object");
  const name = textOf(value.name);
  if (name === "") throw new SchemaFault(`${path}.name`, "is required");
  const isServed = value.served === true;
  const subresources = isJsonObject(value.subresources) ? value.subresources : {};
  const scale = isJsonObject(subresources.scale) ? subresources.scale : {};
  const isPreserving = spec.preserveUnknownFields === true;
  const given = isJsonObject(value.schema) ? value.schema.openAPIV3Schema : undefined;
  if (isServed && given === undefined) throw new SchemaFault(`${path}.schema.openAPIV3Schema`, "is required");
  return {
    name,
    isServed,
    deprecation: value.deprecated === true
      ? textOf(value.deprecationWarning) || `${prefix}${name} ${kind} is deprecated`
      : undefined,
    hasStatus: isJsonObject(subresources.status),
    replicasPath: textOf(scale.specReplicasPath) || undefined,
    isPreserving,
    schema: isServed ? readRootSchema(given, `${path}.schema.openAPIV3Schema`) : undefined,
  };
}
