import { noProblems, type Problems } from "./problems.ts";

const backstep = 'must not contain ".."';

/** Finds a step up in a path. Source: kubernetes, pkg/apis/core/validation/validation.go, validatePathNoBacksteps. */
export function backstepProblems(path: string): Problems {
  return path.split("/").includes("..") ? [backstep] : noProblems;
}

/** Checks a path below a folder. Source: kubernetes, pkg/apis/core/validation/validation.go, validateLocalDescendingPath. */
export function relativePathProblems(path: string): Problems {
  return path.startsWith("/") ? ['must not begin with "/"', ...backstepProblems(path)] : backstepProblems(path);
}

/** Likewise, without names that are reserved. Source: kubernetes, pkg/apis/core/validation/validation.go, validateLocalNonReservedPath. */
export function unreservedPathProblems(path: string): Problems {
  const problems = relativePathProblems(path);
  return path.startsWith("..") && !path.startsWith("../") ? [...problems, 'must not begin with ".."'] : problems;
}
