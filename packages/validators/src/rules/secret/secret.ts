import { base64Length } from "../../formats/base64-length.ts";
import { byteLength } from "../../formats/byte-length.ts";
import { configMapKeyProblems } from "../../formats/config-map-key.ts";
import { field, type FieldPath, key } from "../../values/field-path.ts";
import { asObject, type JsonObject, textOf } from "../../values/json-object.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import { checkGeneration } from "../metadata/generation.ts";
import { subdomainForm } from "../metadata/name-forms.ts";
import { checkObjectMeta } from "../metadata/object-meta.ts";
import { reportProblems } from "../report-problems.ts";
import { checkSecretType } from "./secret-type.ts";

const dataPath: FieldPath = field("data");
const largestData = 1024 * 1024;

/**
 * The API server's rules for a Secret on create. Each entry of `stringData` stands for one of `data`, and goes before
 * it: faults are reported on `data`. Source: kubernetes, pkg/apis/core/validation/validation.go, ValidateSecret, and
 * pkg/apis/core/v1/conversion.go.
 */
export function checkSecret(outer: Report, secret: JsonObject): void {
  const report = reportFrom(outer, core, "ValidateSecret");
  checkObjectMeta(report, secret, subdomainForm, true);
  checkGeneration(report, secret);
  const data = asObject(secret.data);
  const stringData = asObject(secret.stringData);
  const names = new Set([...Object.keys(data), ...Object.keys(stringData)]);
  let bytes = 0;
  for (const name of names) {
    reportProblems(report, configMapKeyProblems(name), key(dataPath, name), name);
    bytes += Object.hasOwn(stringData, name) ? byteLength(textOf(stringData[name])) : base64Length(data[name]);
  }
  if (bytes > largestData) {
    report("TooLong", dataPath, undefined, `must have at most ${largestData} bytes in all, found ${bytes}`);
  }
  checkSecretType(report, secret, data, stringData);
}
