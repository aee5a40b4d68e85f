import type { FieldPath } from "../../values/field-path.ts";
import { dns1035LabelProblems } from "../../formats/dns-1035-label.ts";
import { isJsonObject, type JsonObject, textOf } from "../../values/json-object.ts";
import { pathSegmentForm } from "../../rules/metadata/name-forms.ts";
import { checkObjectMeta } from "../../rules/metadata/object-meta.ts";
import type { Schema } from "../schema/schema.ts";
import { checkMetadataTypes } from "./check-metadata-types.ts";
import { fieldIn, itemIn, type Note } from "./note.ts";
import { reportInto } from "./report-into.ts";
import { memberOf } from "./schema-at.ts";

/**
 * Checks the objects inside an object (`x-kubernetes-embedded-resource`): they have an apiVersion, a kind and valid
 * metadata, if any.
 *
 * Source: apiextensions-apiserver, pkg/apiserver/schema/objectmeta/validation.go.
 */
export function checkEmbeddedObjects(
  schema: Schema,
  value: unknown,
  path: FieldPath | undefined,
  note: Note,
  isRoot = false,
): void {
  forEachEmbedded(schema, value, path, (object, at) => checkIdentity(object, at, note), isRoot);
}

function checkIdentity(object: JsonObject, path: FieldPath | undefined, note: Note): void {
  for (const name of ["apiVersion", "kind"] as const) {
    const given = Object.hasOwn(object, name) ? object[name] : undefined;
    const at = fieldIn(path, name);
    if (given === undefined) note("Required", at, undefined, "must be set in an embedded object");
    else if (typeof given !== "string") continue; // Its type is checked elsewhere.
    else if (given === "") note("Invalid", at, given, "must be set in an embedded object");
    else if (name === "apiVersion" && given.split("/").length > 2) {
      note("Invalid", at, given, "is not of the form group/version");
    } else if (name === "kind") {
      for (const problem of dns1035LabelProblems(given.toLowerCase())) note("Invalid", at, given, problem);
    }
  }
  const { metadata } = object;
  if (!isJsonObject(metadata)) return;
  // A name is not required, but checked if there is one.
  const named = textOf(metadata.name) === "" ? { ...metadata, name: "fakename" } : metadata;
  const isNamespaced = textOf(metadata.namespace) !== "";
  checkObjectMeta(reportInto(note, path), { metadata: named }, pathSegmentForm, isNamespaced, false);
}

/** Checks the types of what the server reads from embedded objects before it checks any schema. */
export function checkEmbeddedTypes(
  schema: Schema,
  value: unknown,
  path: FieldPath | undefined,
  note: Note,
  areUnknownIgnored: boolean,
  isRoot = false,
): void {
  forEachEmbedded(schema, value, path, (object, at) => {
    for (const name of ["apiVersion", "kind"]) {
      const given = Object.hasOwn(object, name) ? object[name] : undefined;
      if (given === undefined || typeof given === "string") continue;
      note("TypeInvalid", fieldIn(at, name), given, { expected: "a string" });
    }
    if (Object.hasOwn(object, "metadata")) {
      checkMetadataTypes(object.metadata, fieldIn(at, "metadata"), note, areUnknownIgnored);
    }
  }, isRoot);
}

/** Visits the embedded objects, outer ones first; the root has checks of its own. */
function forEachEmbedded(
  schema: Schema,
  value: unknown,
  path: FieldPath | undefined,
  visit: (object: JsonObject, path: FieldPath | undefined) => void,
  isRoot: boolean,
): void {
  if (Array.isArray(value)) {
    const { items } = schema;
    if (items === undefined) return;
    for (const [index, item] of value.entries()) forEachEmbedded(items, item, itemIn(path, index), visit, false);
    return;
  }
  if (!isJsonObject(value)) return;
  if (schema.isEmbedded && !isRoot) visit(value, path);
  for (const name of Object.keys(value)) {
    const member = memberOf(schema, path, name);
    if (member.schema !== undefined) forEachEmbedded(member.schema, value[name], member.path, visit, false);
  }
}
