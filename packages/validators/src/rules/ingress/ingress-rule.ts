import { child, type FieldPath, item } from "../../values/field-path.ts";
import { asObject, type JsonObject, listOf, objectOf, textOf } from "../../values/json-object.ts";
import { isIpAddress } from "../../formats/ip-address.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { networking } from "../sources.ts";
import { checkHttpPath } from "./http-path.ts";
import { hostProblems } from "./host-problems.ts";
import type { IngressForm } from "./ingress-form.ts";

/**
 * A rule without `http` is valid, and so is one without a host, which means any host.
 * Source: kubernetes, pkg/apis/networking/validation/validation.go, validateIngressRules and
 * validateHTTPIngressRuleValue.
 */
export function checkIngressRule(
  outer: Report,
  rule: JsonObject,
  path: FieldPath,
  form: IngressForm,
  allowsWildcardRules: boolean,
): void {
  const report = reportFrom(outer, networking, "validateIngressRules");
  const host = textOf(rule.host);
  if (host !== "") {
    // An IPv6 address is not a host name either, and is reported twice; an IPv4 address looks like a host name.
    if (isIpAddress(host)) report("Invalid", child(path, "host"), host, "is an IP address; write a host name");
    for (const problem of hostProblems(host)) report("Invalid", child(path, "host"), host, problem);
  }
  if (allowsWildcardRules && host.includes("*")) return;
  checkRuleValue(report, rule, path, form);
}

/** The paths of a rule. */
export function checkRuleValue(outer: Report, rule: JsonObject, path: FieldPath, form: IngressForm): void {
  const report = reportFrom(outer, networking, "validateHTTPIngressRuleValue");
  const http = objectOf(rule.http);
  if (http === undefined) return;
  const paths = listOf(http.paths);
  const pathsPath = child(child(path, "http"), "paths");
  if (paths.length === 0) report("Required", pathsPath, http.paths, "must have at least one path");
  for (let index = 0; index < paths.length; index++) {
    checkHttpPath(report, asObject(paths[index]), item(pathsPath, index), form);
  }
}
