import { byteLength } from "../../formats/byte-length.ts";
import { dns1123SubdomainProblems } from "../../formats/dns-1123-subdomain.ts";
import { child, type FieldPath } from "../../values/field-path.ts";
import { type JsonObject, optionalTextOf } from "../../values/json-object.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import { reportProblems } from "../report-problems.ts";

const largestSpecKib = 64;
const [longestDomain, longestUser] = [255, 104];
const netBiosName = /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/u;
const dnsPart = /^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the server checks for them.
const control = /[\0-\x1f\x7f]/;

export function checkWindowsOptions(outer: Report, options: JsonObject, path: FieldPath): void {
  const report = reportFrom(outer, core, "validateWindowsSecurityContextOptions");
  const specName = optionalTextOf(options.gmsaCredentialSpecName);
  if (specName !== undefined) {
    reportProblems(report, dns1123SubdomainProblems(specName), child(path, "gmsaCredentialSpecName"), specName);
  }
  const spec = optionalTextOf(options.gmsaCredentialSpec);
  const specPath = child(path, "gmsaCredentialSpec");
  if (spec === "") report("Invalid", specPath, spec, "must not be empty");
  else if (spec !== undefined && byteLength(spec) > largestSpecKib * 1024) {
    report("Invalid", specPath, spec, `is longer than ${largestSpecKib} KiB`);
  }
  const user = optionalTextOf(options.runAsUserName);
  const problem = user === undefined ? undefined : userProblem(user);
  if (problem !== undefined) report("Invalid", child(path, "runAsUserName"), user, problem);
}

/** Returns the first fault of `user` or `domain\\user`. */
function userProblem(text: string): string | undefined {
  if (text === "") return "must not be empty";
  if (control.test(text)) return "must not contain control characters";
  const parts = text.split("\\");
  if (parts.length > 2) return "must not contain more than one backslash";
  const user = parts.at(-1) ?? "";
  const domain = parts.length === 2 ? parts[0] : undefined;
  if (domain !== undefined && (byteLength(domain) > longestDomain || !isDomain(domain))) {
    return "has a domain that is neither a NetBIOS nor a DNS name";
  }
  if (user === "") return "must name a user";
  if (byteLength(user) > longestUser) return `has a user that is longer than ${longestUser} bytes`;
  if (/^[. ]+$/.test(user)) return "has a user of dots and spaces only";
  return /["/\\:;|=,+*?<>@[\]]/.test(user) ? 'has a user with one of " / \\ : ; | = , + * ? < > @ [ ]' : undefined;
}

function isDomain(text: string): boolean {
  return netBiosName.test(text) || text.split(".").every((part) => dnsPart.test(part));
}
