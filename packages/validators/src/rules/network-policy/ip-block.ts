import { type Cidr, containsNetwork, parseCidr } from "../../formats/cidr.ts";
import { strictCidrProblems } from "../../formats/strict-address.ts";
import { child, type FieldPath, item } from "../../field-path.ts";
import { type JsonObject, listOf, textOf } from "../../json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
import { reportProblems } from "../report-problems.ts";

/**
 * A range of addresses, and ranges within it that are left out. Until about 1.32 the first exception that is no range ended
 * the check. Source: kubernetes, pkg/apis/networking/validation/validation.go, ValidateIPBlock.
 */
export function checkIpBlock(block: JsonObject, path: FieldPath, version: KubernetesVersion, report: Report): void {
  const text = textOf(block.cidr);
  const cidrPath = child(path, "cidr");
  if (text === "") {
    report("Required", cidrPath, block.cidr, "needs a range of addresses");
    return;
  }
  const cidr = checkCidr(text, cidrPath, version, report);
  if (cidr === undefined) return;
  for (const [index, entry] of listOf(block.except).entries()) {
    const exceptPath = item(child(path, "except"), index);
    const except = checkCidr(textOf(entry), exceptPath, version, report);
    if (except === undefined) {
      if (isAtLeast(version, 33)) continue;
      return;
    }
    if (!containsNetwork(cidr, except) || cidr.bits >= except.bits) {
      report("Invalid", exceptPath, entry, `is not a part of ${text}`);
    }
  }
}

function checkCidr(text: string, path: FieldPath, version: KubernetesVersion, report: Report): Cidr | undefined {
  const cidr = parseCidr(text);
  if (cidr === undefined) report("Invalid", path, text, "is not a range of addresses such as 10.0.0.0/8");
  // Since 1.36 (gate StrictIPCIDRValidation).
  else if (isAtLeast(version, 36)) reportProblems(strictCidrProblems(text), path, text, report);
  return cidr;
}
