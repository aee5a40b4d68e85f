import { parseCidr } from "../../formats/cidr.ts";
import { noProblems, type Problems } from "../../formats/problems.ts";
import { strictCidrProblems } from "../../formats/strict-address.ts";
import { child, field, type FieldPath, item, key } from "../../values/field-path.ts";
import { listOf, textOf } from "../../values/json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import { reportProblems } from "../report-problems.ts";
import type { ServiceFacts } from "./service-facts.ts";

const annotation = "service.beta.kubernetes.io/load-balancer-source-ranges";
const annotationPath: FieldPath = key(child(field("metadata"), "annotations"), annotation);

/**
 * The clients that may reach a load balancer: a field, or without one an annotation. The server writes the field with a
 * capital letter. Until about 1.32 bad ranges are one fault of the whole list, since then each has its own.
 */
export function checkSourceRanges(outer: Report, facts: ServiceFacts, specPath: FieldPath): void {
  const report = reportFrom(outer, core, "ValidateService");
  const { spec, annotations, version, type } = facts;
  const given = listOf(spec.loadBalancerSourceRanges);
  const isField = given.length > 0;
  if (!isField && !Object.hasOwn(annotations, annotation)) return;
  const path = isField ? child(specPath, "LoadBalancerSourceRanges") : annotationPath;
  if (type !== "LoadBalancer") {
    report(
      "Forbidden",
      path,
      isField ? given : annotations[annotation],
      "must not be set unless the type of the Service is LoadBalancer",
    );
  }
  const listed = textOf(annotations[annotation]).trim();
  // Space around a range does no harm.
  const ranges = (isField ? given.map(textOf) : listed === "" ? [] : listed.split(",")).map((range) => range.trim());
  if (!isAtLeast(version, 33)) {
    const bad = ranges.find((range) => parseCidr(range) === undefined);
    if (bad !== undefined) report("Invalid", path, bad, "is not a range of addresses such as 10.0.0.0/8");
    return;
  }
  for (const [index, range] of ranges.entries()) {
    reportProblems(report, rangeProblems(range, version), isField ? item(path, index) : path, range);
  }
}

function rangeProblems(range: string, version: KubernetesVersion): Problems {
  if (isAtLeast(version, 36)) return strictCidrProblems(range);
  return parseCidr(range) === undefined ? ["is not a range of addresses such as 10.0.0.0/8"] : noProblems;
}
