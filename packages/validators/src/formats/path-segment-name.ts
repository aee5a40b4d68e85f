import { noProblems, type Problems } from "./problems.ts";

/**
 * Checks a name that must be usable as one segment of a URL's path: neither `.` nor `..`, without `/` and `%`.
 * Source: apimachinery, api/validation/path.
 */
export function pathSegmentNameProblems(text: string): Problems {
  if (text === "." || text === "..") return ['must not be "." or ".."'];
  return pathSegmentPrefixProblems(text);
}

/** Checks the beginning of such a name. Source: apimachinery, api/validation/path. */
export function pathSegmentPrefixProblems(text: string): Problems {
  const problems = ["/", "%"].filter((part) => text.includes(part)).map((part) => `must not contain "${part}"`);
  return problems.length === 0 ? noProblems : problems;
}
