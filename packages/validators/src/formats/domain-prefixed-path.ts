import { dns1123SubdomainProblems } from "./dns-1123-subdomain.ts";
import type { Problems } from "./problems.ts";

const wrongInPath = /[^A-Za-z0-9/\-._~%!$&'()*+,;=:]/;

/** Checks `host/path`, as in `example.com/controller`. Source: apimachinery, util/validation, IsDomainPrefixedPath. */
export function domainPrefixedPathProblems(text: string): Problems {
  const slash = text.indexOf("/");
  if (slash < 1 || slash === text.length - 1) return ['is not a domain and a path such as "example.com/controller"'];
  const problems = dns1123SubdomainProblems(text.slice(0, slash)).map((problem) => `has a domain that ${problem}`);
  return wrongInPath.test(text.slice(slash + 1))
    ? [...problems, "has a path with a character that is not allowed in URLs"]
    : problems;
}
