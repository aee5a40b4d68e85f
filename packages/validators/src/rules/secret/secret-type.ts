import { base64Length } from "../../formats/base64-length.ts";
import { byteLength } from "../../formats/byte-length.ts";
import { decodeBase64 } from "../../formats/decode-base64.ts";
import { child, field, type FieldPath, key } from "../../values/field-path.ts";
import { asObject, isJsonObject, type JsonObject, textOf } from "../../values/json-object.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";

const dataPath: FieldPath = field("data");
// For two types the server writes the path like this.
const oddDataPath: FieldPath = field("data[%s]");
const annotationsPath: FieldPath = child(field("metadata"), "annotations");
const accountAnnotation = "kubernetes.io/service-account.name";

/** The keys that some types of Secrets must have. */
export function checkSecretType(outer: Report, secret: JsonObject, data: JsonObject, stringData: JsonObject): void {
  const report = reportFrom(outer, core, "ValidateSecret");
  const has = (name: string): boolean => Object.hasOwn(stringData, name) || Object.hasOwn(data, name);
  const need = (path: FieldPath, name: string): void => {
    report("Required", key(path, name), undefined, `must be set in a Secret of type ${textOf(secret.type)}`);
  };
  switch (secret.type) {
    case "kubernetes.io/service-account-token":
      if (textOf(asObject(asObject(secret.metadata).annotations)[accountAnnotation]) === "") {
        need(annotationsPath, accountAnnotation);
      }
      break;
    case "kubernetes.io/dockercfg":
      checkDockerConfig(".dockercfg");
      break;
    case "kubernetes.io/dockerconfigjson":
      checkDockerConfig(".dockerconfigjson");
      break;
    case "kubernetes.io/basic-auth":
      if (!has("username") && !has("password")) {
        need(oddDataPath, "username");
        need(oddDataPath, "password");
      }
      break;
    case "kubernetes.io/ssh-auth":
      if (lengthOf("ssh-privatekey") === 0) need(oddDataPath, "ssh-privatekey");
      break;
    case "kubernetes.io/tls":
      for (const name of ["tls.crt", "tls.key"]) if (!has(name)) need(dataPath, name);
      break;
  }

  function lengthOf(name: string): number {
    return Object.hasOwn(stringData, name)
      ? byteLength(textOf(stringData[name]))
      : Object.hasOwn(data, name)
      ? base64Length(data[name])
      : 0;
  }

  function checkDockerConfig(name: string): void {
    if (!has(name)) need(dataPath, name);
    else if (!isDockerConfig(Object.hasOwn(stringData, name) ? textOf(stringData[name]) : decodeBase64(data[name]))) {
      report("Invalid", key(dataPath, name), undefined, "must be a JSON object");
    }
  }
}

// Go decodes null into a map as well.
function isDockerConfig(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return value === null || isJsonObject(value);
  } catch {
    return false;
  }
}
