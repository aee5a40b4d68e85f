import { field } from "../values/field-path.ts";
import { asObject, type JsonObject, textOf } from "../values/json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../values/kubernetes-version.ts";
import { subdomainForm } from "../rules/metadata/name-forms.ts";
import { checkObjectMeta } from "../rules/metadata/object-meta.ts";
import { checkObjectMetaUpdate } from "../rules/metadata/object-meta-update.ts";
import type { ValidationIssue } from "../values/validation-issue.ts";
import { checkRules } from "./cel/check-rules.ts";
import { applyDefaults } from "./check/apply-defaults.ts";
import { checkListTypes } from "./check/check-list-types.ts";
import { checkMetadataTypes } from "./check/check-metadata-types.ts";
import { checkReplicas } from "./check/check-replicas.ts";
import { checkValue } from "./check/check-value.ts";
import { decodeJson } from "./check/decode-json.ts";
import { checkEmbeddedObjects, checkEmbeddedTypes } from "./check/embedded-objects.ts";
import { noteInto } from "./check/note.ts";
import { listUnchecked } from "./check/list-unchecked.ts";
import { removeUnknownFields } from "./check/remove-unknown-fields.ts";
import { reportInto } from "./check/report-into.ts";
import type { CustomResourceResult, NotChecked } from "./custom-resource-result.ts";
import { type Crd, crdSource, type CrdVersion } from "./read-crd.ts";
import type { Schema } from "./schema/schema.ts";
import { secretPathsOf } from "./schema/secret-paths-of.ts";

/** Options for judging an object. */
export interface Request {
  readonly version: KubernetesVersion;
  readonly areUnknownIgnored: boolean;
  readonly isStatus: boolean;
  /** The object before an update. */
  readonly old: JsonObject | undefined;
}

/**
 * Judges an object of one version of a custom kind, in the order in which the API server does.
 *
 * Source: apiextensions-apiserver, pkg/registry/customresource/strategy.go and pkg/apiserver/customresource_handler.go.
 */
export function checkCustomResource(
  { name, scope }: Crd,
  version: CrdVersion,
  given: JsonObject,
  request: Request,
): CustomResourceResult {
  const { schema } = version;
  const warnings = version.deprecation === undefined
    ? []
    : [{ type: "Deprecated" as const, message: version.deprecation }];
  const issues: ValidationIssue[] = [];
  const secrets = schema === undefined ? [] : secretPathsOf(schema);
  const facts = { source: crdSource(name), ...(secrets.length === 0 ? {} : { secrets }) };
  const note = noteInto(issues, facts);
  const result = (notChecked: readonly NotChecked[] = []): CustomResourceResult => ({
    status: issues.length === 0 ? "valid" : "invalid",
    issues,
    warnings,
    notChecked,
  });
  // A version that is served has a schema.
  if (schema === undefined) return result();

  const object = decodeJson(given, undefined, note) as JsonObject; // An object, as `given` is.
  applyDefaults(schema, object);
  if (Object.hasOwn(object, "metadata")) {
    checkMetadataTypes(object.metadata, field("metadata"), note, request.areUnknownIgnored);
  }
  checkEmbeddedTypes(schema, object, undefined, note, request.areUnknownIgnored, true);
  // What cannot be decoded is not checked any further.
  if (issues.some(({ type }) => type === "TypeInvalid")) return result();

  const old = request.old === undefined ? undefined : readOld(schema, request.old);
  const ignore = request.areUnknownIgnored || version.isPreserving;
  removeUnknownFields(schema, object, undefined, ignore ? () => {} : note, true);
  const judged = withGeneratedName(selectPart(object, version, request, old));

  const report = reportInto(note);
  // The finalizers of a custom resource need not be standard ones.
  checkObjectMeta(report, judged, subdomainForm, scope === "Namespaced", false);
  if (request.old !== undefined) checkObjectMetaUpdate(report, judged, request.old);
  // Source: KEP-4008, on by default since 1.30.
  const ratchet = isAtLeast(request.version, 30) ? old : undefined;
  checkValue(schema, judged, undefined, note, ratchet);
  if (version.replicasPath !== undefined) checkReplicas(judged, version.replicasPath, note);
  checkEmbeddedObjects(schema, judged, undefined, note, true);
  checkListTypes(schema, judged, undefined, note);
  const notChecked = listUnchecked(schema, judged);
  const { version: kubernetesVersion } = request;
  return result([...notChecked, ...checkRules(schema, judged, { old, kubernetesVersion, issues, note })]);
}

/** The server completes a prefix with five letters and digits before it checks any schema, which may limit the name. */
function withGeneratedName(object: JsonObject): JsonObject {
  const metadata = asObject(object.metadata);
  const prefix = textOf(metadata.generateName);
  if (textOf(metadata.name) !== "" || prefix === "") return object;
  return { ...object, metadata: { ...metadata, name: `${prefix.slice(0, 58)}x7k2p` } };
}

/** The old object as the server has it: defaults filled in, unknown fields removed. */
function readOld(schema: Schema, given: JsonObject): JsonObject {
  const ignore = (): void => {};
  const old = decodeJson(given, undefined, ignore) as JsonObject; // An object, as `given` is.
  applyDefaults(schema, old);
  removeUnknownFields(schema, old, undefined, ignore, true);
  return old;
}

/** A kind with a status subresource is written in two parts: each write takes the other part from the old object. */
function selectPart(
  object: JsonObject,
  { hasStatus }: CrdVersion,
  request: Request,
  old: JsonObject | undefined,
): JsonObject {
  if (!hasStatus) return object;
  const { status: given, ...rest } = object;
  const isGiven = Object.hasOwn(object, "status");
  if (request.isStatus) {
    const { status: _status, ...others } = old ?? rest;
    return { ...others, ...(isGiven ? { status: given } : {}) };
  }
  return old !== undefined && Object.hasOwn(old, "status") ? { ...rest, status: old.status } : rest;
}
