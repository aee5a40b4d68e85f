import { parseQuantity } from "../../formats/parse-quantity.ts";
import { qualifiedNameProblems } from "../../formats/qualified-name.ts";
import { child, type FieldPath, key } from "../../values/field-path.ts";
import { asObject, type JsonObject } from "../../values/json-object.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";

const standard = ["cpu", "memory", "ephemeral-storage"];
// Billionths.
const milli = 1_000_000n;
const one = 1_000_000_000n;

/**
 * Limits and requests of a container. A request above its limit is reported on the map of requests.
 * Source: kubernetes, pkg/apis/core/validation/validation.go, ValidateResourceRequirements, and pkg/apis/core/helper.
 */
export function checkResources(outer: Report, resources: JsonObject, path: FieldPath): void {
  const report = reportFrom(outer, core, "ValidateResourceRequirements");
  const limits = asObject(resources.limits);
  const requests = asObject(resources.requests);
  const names = [...Object.keys(limits), ...Object.keys(requests)];
  for (const [list, listPath] of [[limits, child(path, "limits")], [requests, child(path, "requests")]] as const) {
    for (const name of Object.keys(list)) checkResource(report, name, list[name], key(listPath, name));
  }
  for (const name of Object.keys(requests)) {
    const request = sizeOf(requests[name]);
    const limit = Object.hasOwn(limits, name) ? sizeOf(limits[name]) : undefined;
    if (limit === undefined) {
      if (!isOvercommitted(name)) {
        report(
          "Required",
          child(path, "limits"),
          resources.limits,
          `must have a limit for ${JSON.stringify(name)}, which cannot be overcommitted`,
        );
      }
    } else if (isOvercommitted(name) ? request > limit : request !== limit) {
      const relation = isOvercommitted(name) ? "not be greater than" : "be equal to";
      report("Invalid", child(path, "requests"), requests[name], `must ${relation} the limit for ${name}`);
    }
  }
  if (names.some(isHugePages) && !names.includes("cpu") && !names.includes("memory")) {
    report("Forbidden", path, resources, "must not have huge pages without cpu or memory");
  }
}

function checkResource(report: Report, name: string, value: unknown, path: FieldPath): void {
  for (const problem of qualifiedNameProblems(name)) report("Invalid", path, name, problem);
  if (!name.includes("/")) {
    if (!standard.includes(name) && !isHugePages(name)) {
      report("Invalid", path, name, `is not one of ${standard.join(", ")}, hugepages-<size>`);
    }
  } else if (!isNative(name) && !isExtended(name)) {
    report("Invalid", path, name, "is not the name of an extended resource");
  }
  const size = sizeOf(value);
  if (size < 0n) report("Invalid", path, value, "must not be negative");
  if (isExtended(name) && size % one !== 0n) report("Invalid", path, value, "must be a whole number");
}

// The server rounds resources up to thousandths.
function sizeOf(value: unknown): bigint {
  const size = parseQuantity(value);
  return size > 0n ? (size + milli - 1n) / milli * milli : size;
}

function isHugePages(name: string): boolean {
  return name.startsWith("hugepages-");
}

function isNative(name: string): boolean {
  return !name.includes("/") || name.includes("kubernetes.io/");
}

function isExtended(name: string): boolean {
  if (isNative(name) || name.startsWith("requests.")) return false;
  return qualifiedNameProblems(`requests.${name}`).length === 0;
}

function isOvercommitted(name: string): boolean {
  return isNative(name) && !isHugePages(name);
}
