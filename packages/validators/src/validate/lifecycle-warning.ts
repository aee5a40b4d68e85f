import { type KubernetesVersion, parseKubernetesVersion } from "../values/kubernetes-version.ts";

/** Since when a kind exists and until when. */
export interface Lifecycle {
  readonly introduced?: string;
  readonly deprecated?: string;
  readonly removed?: string;
  readonly replacement?: string;
}

/** What is to be known of an apiVersion that is deprecated or was removed. */
export interface ValidationWarning {
  readonly type: "Deprecated" | "Removed";
  readonly message: string;
  /** What to use instead, as `apiVersion/kind`. */
  readonly replacement?: string;
}

/** Tells whether a version of Kubernetes serves a kind, as far as its lifecycle says. */
export function isServed({ introduced, removed }: Lifecycle, version: KubernetesVersion): boolean {
  return (introduced === undefined || isReached(introduced, version)) &&
    (removed === undefined || !isReached(removed, version));
}

/** Warns of a kind that is deprecated in a version of Kubernetes, or was removed. */
export function lifecycleWarning(
  apiVersion: string,
  kind: string,
  { deprecated, removed, replacement }: Lifecycle,
  version: KubernetesVersion,
): ValidationWarning | undefined {
  const name = `${kind} of ${apiVersion}`;
  const advice = replacement === undefined
    ? {}
    : { replacement, use: `; use ${replacement.slice(0, replacement.lastIndexOf("/"))}${kindOf(replacement, kind)}` };
  const { use = "", ...rest } = advice;
  if (removed !== undefined && isReached(removed, version)) {
    return { type: "Removed", message: `${name} was removed in Kubernetes ${removed}${use}`, ...rest };
  }
  if (deprecated === undefined || !isReached(deprecated, version)) return undefined;
  const end = removed === undefined ? "" : ` and is removed in ${removed}`;
  return { type: "Deprecated", message: `${name} is deprecated since Kubernetes ${deprecated}${end}${use}`, ...rest };
}

function kindOf(replacement: string, kind: string): string {
  const name = replacement.slice(replacement.lastIndexOf("/") + 1);
  return name === kind ? "" : ` ${name}`;
}

function isReached(release: string, version: KubernetesVersion): boolean {
  const { major, minor } = parseKubernetesVersion(release);
  return version.major > major || (version.major === major && version.minor >= minor);
}
