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

/**
 * The most bytes that the values of a ConfigMap or a Secret may have together. Source: kubernetes,
 * pkg/apis/core/types.go, MaxSecretSize.
 */
export const largestData: number = 1024 * 1024;

const dataPath: FieldPath = field("data");
const binaryDataPath: FieldPath = field("binaryData");
// The server means the whole object by this path.
const wholePath: FieldPath = field("[]");

/**
 * The API server's rules for a ConfigMap on create.
 */
export function checkConfigMap(outer: Report, configMap: JsonObject): void {
  const report = reportFrom(outer, core, "ValidateConfigMap");
  checkObjectMeta(report, configMap, subdomainForm, true);
  checkGeneration(report, configMap);
  const data = asObject(configMap.data);
  const binaryData = asObject(configMap.binaryData);
  let bytes = 0;
  for (const name of Object.keys(data)) {
    reportProblems(report, configMapKeyProblems(name), key(dataPath, name), name);
    if (Object.hasOwn(binaryData, name)) {
      report("Invalid", key(dataPath, name), name, "must not be a key of both data and binaryData");
    }
    bytes += byteLength(textOf(data[name]));
  }
  for (const name of Object.keys(binaryData)) {
    reportProblems(report, configMapKeyProblems(name), key(binaryDataPath, name), name);
    bytes += base64Length(binaryData[name]);
  }
  if (bytes > largestData) {
    report("TooLong", wholePath, configMap, `must have at most ${largestData} bytes of data, found ${bytes}`);
  }
}
