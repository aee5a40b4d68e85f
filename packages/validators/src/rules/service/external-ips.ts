import { specialAddressProblems } from "../../formats/special-address.ts";
import { type FieldPath, item } from "../../field-path.ts";
import { listOf, textOf } from "../../json-object.ts";
import type { Report } from "../../runtime/rules.ts";
import { ipAddressProblems } from "../ip-address-problems.ts";
import { reportProblems } from "../report-problems.ts";
import type { ServiceFacts } from "./service-facts.ts";

/** Addresses outside of the cluster. Source: kubernetes, pkg/apis/core/validation/validation.go, ValidateService. */
export function checkExternalIps({ spec, version }: ServiceFacts, path: FieldPath, report: Report): void {
  for (const [index, entry] of listOf(spec.externalIPs).entries()) {
    const address = textOf(entry);
    const problems = ipAddressProblems(address, version);
    reportProblems(
      problems.length > 0 ? problems : specialAddressProblems(address),
      item(path, index),
      address,
      report,
    );
  }
}
