import { base64Length } from "../../formats/base64-length.ts";
import { byteLength } from "../../formats/byte-length.ts";
import { configMapKeyProblems } from "../../formats/config-map-key.ts";
import { field, type FieldPath, key } from "../../field-path.ts";
import { asObject, type JsonObject, textOf } from "../../json-object.ts";
import type { Report } from "../../runtime/rules.ts";
import { checkGeneration } from "../metadata/generation.ts";
import { subdomainForm } from "../metadata/name-forms.ts";
import { checkObjectMeta } from "../metadata/object-meta.ts";
import { reportProblems } from "../report-problems.ts";
import { checkSecretType } from "./secret-type.ts";

const dataPath: FieldPath = field("data");
const largestData = 1024 * 1024;

/**
 * What the API server asks of a Secret on create. Each entry of `stringData` stands for one of `data`, and goes before it:
 * faults are reported on `data`.
 * Source: kubernetes, pkg/apis/core/validation/validation.go, ValidateSecret, and pkg/apis/core/v1/conversion.go.
 */
export function checkSecret(secret: JsonObject, report: Report): void {
  checkObjectMeta(secret, subdomainForm, true, report);
  checkGeneration(secret, report);
  const data = asObject(secret.data);
  const stringData = asObject(secret.stringData);
  const names = new Set([...Object.keys(data), ...Object.keys(stringData)]);
  let bytes = 0;
  for (const name of names) {
    reportProblems(configMapKeyProblems(name), key(dataPath, name), name, report);
    bytes += Object.hasOwn(stringData, name) ? byteLength(textOf(stringData[name])) : base64Length(data[name]);
  }
  if (bytes > largestData) {
    report("TooLong", dataPath, undefined, `has ${bytes} bytes: at most ${largestData} are allowed`);
  }
  checkSecretType(secret, data, stringData, report);
}
