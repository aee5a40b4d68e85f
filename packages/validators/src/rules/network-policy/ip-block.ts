import { type Cidr, containsNetwork, parseCidr } from "../../formats/cidr.ts";
import { strictCidrProblems } from "../../formats/strict-address.ts";
import { child, type FieldPath, item } from "../../values/field-path.ts";
import { type JsonObject, listOf, textOf } from "../../values/json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { networking } from "../sources.ts";
import { reportProblems } from "../report-problems.ts";

/**
 * A range of addresses, and ranges within it that are left out. Until about 1.32 the first exception that is not a range ended
 * the check. Source: kubernetes, pkg/apis/networking/validation/validation.go, ValidateIPBlock.
 */
export function checkIpBlock(outer: Report, block: JsonObject, path: FieldPath, version: KubernetesVersion): void {
  const report = reportFrom(outer, networking, "ValidateIPBlock");
  const text = textOf(block.cidr);
  const cidrPath = child(path, "cidr");
  if (text === "") {
    report("Required", cidrPath, block.cidr, "must be set to a range of addresses such as 10.0.0.0/8");
    return;
  }
  const cidr = checkCidr(report, text, cidrPath, version);
  if (cidr === undefined) return;
  for (const [index, entry] of listOf(block.except).entries()) {
    const exceptPath = item(child(path, "except"), index);
    const except = checkCidr(report, textOf(entry), exceptPath, version);
    if (except === undefined) {
      if (isAtLeast(version, 33)) continue;
      return;
    }
    if (!containsNetwork(cidr, except) || cidr.bits >= except.bits) {
      report("Invalid", exceptPath, entry, `is not inside ${text}`);
    }
  }
}

function checkCidr(report: Report, text: string, path: FieldPath, version: KubernetesVersion): Cidr | undefined {
  const cidr = parseCidr(text);
  if (cidr === undefined) report("Invalid", path, text, "is not a range of addresses such as 10.0.0.0/8");
  // Since 1.36 (gate StrictIPCIDRValidation).
  else if (isAtLeast(version, 36)) reportProblems(report, strictCidrProblems(text), path, text);
  return cidr;
}
