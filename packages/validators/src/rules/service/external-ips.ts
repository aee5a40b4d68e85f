import { specialAddressProblems } from "../../formats/special-address.ts";
import { type FieldPath, item } from "../../values/field-path.ts";
import { listOf, textOf } from "../../values/json-object.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import { ipAddressProblems } from "../ip-address-problems.ts";
import { reportProblems } from "../report-problems.ts";
import type { ServiceFacts } from "./service-facts.ts";

/** Addresses outside the cluster. */
export function checkExternalIps(outer: Report, { spec, version }: ServiceFacts, path: FieldPath): void {
  const report = reportFrom(outer, core, "ValidateService");
  for (const [index, entry] of listOf(spec.externalIPs).entries()) {
    const address = textOf(entry);
    const problems = ipAddressProblems(address, version);
    reportProblems(
      report,
      problems.length > 0 ? problems : specialAddressProblems(address),
      item(path, index),
      address,
    );
  }
}
