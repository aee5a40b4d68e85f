import { byteLength } from "../../formats/byte-length.ts";
import { child, type FieldPath } from "../../values/field-path.ts";
import { type JsonObject, objectOf, optionalTextOf, textOf } from "../../values/json-object.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import { checkByte } from "./check-byte.ts";
import { needTexts } from "./need-text.ts";

const [eui, naa] = [/^eui.[A-Za-z0-9]{16}$/, /^naa.[A-Za-z0-9]{32}$/];
const longestTarget = 64;

export function checkIscsi(outer: Report, source: JsonObject, path: FieldPath): void {
  const report = reportFrom(outer, core, "validateISCSIVolumeSource");
  needTexts(report, source, ["targetPortal", "iqn"], path);
  const iqn = textOf(source.iqn);
  if (iqn !== "" && !isName(iqn)) report("Invalid", child(path, "iqn"), iqn, isNoName);
  checkByte(report, source.lun, child(path, "lun"));
  const isAuthenticated = source.chapAuthDiscovery === true || source.chapAuthSession === true;
  if (isAuthenticated && objectOf(source.secretRef) === undefined) {
    report("Required", child(path, "secretRef"), source.secretRef, "must be set when CHAP is used");
  }
  const initiator = optionalTextOf(source.initiatorName);
  // The server writes the name in small letters.
  if (initiator !== undefined && !isName(initiator)) {
    report("Invalid", child(path, "initiatorname"), initiator, isNoName);
  }
}

/**
 * With the name of an initiator, the name of the volume and the portal become one name. Source: validateVolumeSource.
 */
export function checkIscsiName(outer: Report, source: JsonObject, volume: JsonObject, volumePath: FieldPath): void {
  const report = reportFrom(outer, core, "validateVolumeSource");
  if (optionalTextOf(source.initiatorName) === undefined) return;
  const name = textOf(volume.name);
  if (byteLength(`${name}:${textOf(source.targetPortal)}`) <= longestTarget) return;
  const problem = `must have less than ${longestTarget} bytes together with iqn and targetPortal`;
  report("Invalid", child(volumePath, "name"), name, problem);
}

const isNoName = "is not the name of an iSCSI target; write iqn.<year>-<month>.<domain>:<name>, eui.… or naa.…";

function isName(text: string): boolean {
  return text.startsWith("iqn") ? isIqn(text) : eui.test(text) || naa.test(text);
}

/**
 * A text that ends with a name is one: the server requires `iqn\.\d{4}-\d{2}\.([[:alnum:]-.]+)(:[^,;*&$|\s]+)$`,
 * anywhere. In steps, because that pattern would take quadratic time here.
 */
function isIqn(text: string): boolean {
  const parts = (text.split(/[,;*&$| \t\n\f\r]/).at(-1) ?? "").split(":");
  // A colon and something else follow each.
  const heads = parts.slice(0, parts.at(-1) === "" ? -2 : -1);
  return heads.some((head) => /iqn\.\d{4}-\d{2}\../.test(head.split(/[^A-Za-z0-9.-]/).at(-1) ?? ""));
}
