import type { FieldPath } from "../../values/field-path.ts";
import { isJsonObject } from "../../values/json-object.ts";
import { closestName } from "../../runtime/closest-name.ts";
import { isTime } from "../../runtime/is-time.ts";
import { isInt64 } from "../../runtime/is-integer.ts";
import { didYouMean, unknownField } from "../../runtime/make-issue.ts";
import { fieldIn, itemIn, keyIn, type Note } from "./note.ts";

/** The way a field of metadata is decoded. */
type Shape =
  | "text"
  | "flag"
  | "number"
  | "time"
  | "any"
  | { readonly fields: Readonly<Record<string, Shape>> }
  | { readonly items: Shape }
  | { readonly values: Shape };

// Source: apimachinery, pkg/apis/meta/v1/types.go, ObjectMeta. Fields that were removed are still known to servers that
// have them: clusterName until 1.23.
const objectMeta: Shape = {
  fields: {
    name: "text",
    generateName: "text",
    namespace: "text",
    selfLink: "text",
    uid: "text",
    resourceVersion: "text",
    generation: "number",
    creationTimestamp: "time",
    deletionTimestamp: "time",
    deletionGracePeriodSeconds: "number",
    labels: { values: "text" },
    annotations: { values: "text" },
    ownerReferences: {
      items: {
        fields: {
          apiVersion: "text",
          kind: "text",
          name: "text",
          uid: "text",
          controller: "flag",
          blockOwnerDeletion: "flag",
        },
      },
    },
    finalizers: { items: "text" },
    // The server discards what it cannot read of these.
    managedFields: "any",
  },
};

/**
 * Checks the types of metadata, which is decoded as that of every kind is: null reads as absent.
 *
 * @param areUnknownIgnored Whether fields that do not exist are not reported.
 */
export function checkMetadataTypes(value: unknown, path: FieldPath, note: Note, areUnknownIgnored: boolean): void {
  checkShape(
    objectMeta,
    value,
    path,
    areUnknownIgnored ? (type, ...rest) => void (type === "Unknown" || note(type, ...rest)) : note,
  );
}

function checkShape(shape: Shape, value: unknown, path: FieldPath, note: Note): void {
  if (value === null || shape === "any") return;
  const expect = (isRight: boolean, expected: string): boolean => {
    if (!isRight) {
      const isUnquoted = shape === "text" && (typeof value === "number" || typeof value === "boolean");
      note("TypeInvalid", path, value, { expected }, isUnquoted ? { suggestion: "quote it" } : {});
    }
    return isRight;
  };
  if (shape === "text") expect(typeof value === "string", "a string");
  else if (shape === "flag") expect(typeof value === "boolean", "true or false");
  else if (shape === "number") expect(isInt64(value), "a whole number of 64 bits");
  else if (shape === "time") expect(isTime(value), 'an RFC 3339 time such as "2006-01-02T15:04:05Z"');
  else if ("items" in shape) {
    if (!expect(Array.isArray(value), "a list") || !Array.isArray(value)) return;
    for (const [index, item] of value.entries()) checkShape(shape.items, item, itemIn(path, index), note);
  } else if (expect(isJsonObject(value), "an object") && isJsonObject(value)) {
    for (const [name, inner] of Object.entries(value)) {
      if ("values" in shape) checkShape(shape.values, inner, keyIn(path, name), note);
      else if (Object.hasOwn(shape.fields, name)) {
        checkShape(shape.fields[name] ?? "any", inner, fieldIn(path, name), note);
      } else {
        const meant = closestName(name, Object.keys(shape.fields));
        const suggestion = meant === undefined ? {} : { suggestion: didYouMean(meant) };
        note("Unknown", fieldIn(path, name), inner, unknownField, suggestion);
      }
    }
  }
}
