import type { FieldPath } from "../../values/field-path.ts";
import { type JsonObject, textOf } from "../../values/json-object.ts";
import { byteLength } from "../../formats/byte-length.ts";
import { qualifiedNameProblems } from "../../formats/qualified-name.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { objectMeta } from "../sources.ts";

/** The most bytes that keys and values of all annotations may have together. */
export const largestAnnotations: number = 256 * 1024;

/**
 * Keys and total size of annotations; all is reported on the map, as the server does.
 * Source: kubernetes, apimachinery/pkg/api/validation/objectmeta.go.
 */
export function checkAnnotations(outer: Report, annotations: JsonObject, path: FieldPath): void {
  const report = reportFrom(outer, objectMeta, "ValidateAnnotations");
  let bytes = 0;
  for (const key of Object.keys(annotations)) {
    for (const problem of qualifiedNameProblems(toLowerCase(key))) report("Invalid", path, key, problem);
    bytes += byteLength(key) + byteLength(textOf(annotations[key]));
  }
  if (bytes > largestAnnotations) {
    const problem = `must have at most ${largestAnnotations} bytes of keys and values together, found ${bytes}`;
    report("TooLong", path, annotations, problem);
  }
}

// Upper case counts as lower case in these keys. Go makes one "i" of the dotted capital I, JavaScript "i" and a dot above.
function toLowerCase(key: string): string {
  const lower = key.toLowerCase();
  return lower.includes("\u0307") ? key.replace(/\u0130/g, "i").toLowerCase() : lower;
}
