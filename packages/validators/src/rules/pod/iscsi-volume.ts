import { byteLength } from "../../formats/byte-length.ts";
import { child, type FieldPath } from "../../field-path.ts";
import { type JsonObject, objectOf, optionalTextOf, textOf } from "../../json-object.ts";
import type { Report } from "../../runtime/rules.ts";
import { checkByte } from "./check-byte.ts";
import { needTexts } from "./need-text.ts";

const [eui, naa] = [/^eui.[A-Za-z0-9]{16}$/, /^naa.[A-Za-z0-9]{32}$/];
const longestTarget = 64;

/** Source: kubernetes, pkg/apis/core/validation/validation.go, validateISCSIVolumeSource. */
export function checkIscsi(source: JsonObject, path: FieldPath, report: Report): void {
  needTexts(source, ["targetPortal", "iqn"], path, report);
  const iqn = textOf(source.iqn);
  if (iqn !== "" && !isName(iqn)) report("Invalid", child(path, "iqn"), iqn, isNoName);
  checkByte(source.lun, child(path, "lun"), report);
  const isAuthenticated = source.chapAuthDiscovery === true || source.chapAuthSession === true;
  if (isAuthenticated && objectOf(source.secretRef) === undefined) {
    report("Required", child(path, "secretRef"), source.secretRef, "is needed for CHAP");
  }
  const initiator = optionalTextOf(source.initiatorName);
  // The server writes the name in small letters.
  if (initiator !== undefined && !isName(initiator)) {
    report("Invalid", child(path, "initiatorname"), initiator, isNoName);
  }
}

/** With the name of an initiator, the name of the volume and the portal become one name. Source: validateVolumeSource. */
export function checkIscsiName(source: JsonObject, volume: JsonObject, volumePath: FieldPath, report: Report): void {
  if (optionalTextOf(source.initiatorName) === undefined) return;
  const name = textOf(volume.name);
  if (byteLength(`${name}:${textOf(source.targetPortal)}`) <= longestTarget) return;
  const problem = `and the target portal have more than ${longestTarget - 1} bytes together`;
  report("Invalid", child(volumePath, "name"), name, problem);
}

const isNoName = "is not the name of an iSCSI target: expected iqn.<year>-<month>.<domain>:<name>, eui.… or naa.…";

function isName(text: string): boolean {
  return text.startsWith("iqn") ? isIqn(text) : eui.test(text) || naa.test(text);
}

/**
 * What ends with a name is one: the server asks for `iqn\.\d{4}-\d{2}\.([[:alnum:]-.]+)(:[^,;*&$|\s]+)$`, anywhere. In steps,
 * because that pattern takes the square of the length here.
 */
function isIqn(text: string): boolean {
  const parts = (text.split(/[,;*&$| \t\n\f\r]/).at(-1) ?? "").split(":");
  // A colon follows each, with something behind it.
  const heads = parts.slice(0, parts.at(-1) === "" ? -2 : -1);
  return heads.some((head) => /iqn\.\d{4}-\d{2}\../.test(head.split(/[^A-Za-z0-9.-]/).at(-1) ?? ""));
}
