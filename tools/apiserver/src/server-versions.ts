/** A Kubernetes version whose server can be installed. */
export interface ServerVersion {
  /** As rules and schemas name it: `v1.37`. */
  readonly release: string;
  /** The patch release that stands for all of its release, so that every machine asks the same server. */
  readonly version: string;
  /** Where its sources come from. */
  readonly recipe: Recipe;
}

/**
 * How a server is built: from the Go modules that Kubernetes publishes, by a Go of at least this version, or from Debian
 * 12's source package.
 */
export type Recipe = { readonly type: "go"; readonly minGo: string } | { readonly type: "debian" };

/** The etcd that is built with each of them from Go modules. */
export const etcdVersion = "3.6.13";

/** The newest first. `v1.20` stands for old clusters: it has the old versions of Ingress, and of EndpointSlices no other. */
export const serverVersions: readonly ServerVersion[] = [
  // The Go that the go.mod of k8s.io/kubernetes asks for; that of etcd asks for 1.25.
  { release: "v1.37", version: "1.37.2", recipe: { type: "go", minGo: "1.26" } },
  { release: "v1.36", version: "1.36.3", recipe: { type: "go", minGo: "1.26" } },
  { release: "v1.35", version: "1.35.4", recipe: { type: "go", minGo: "1.25" } },
  { release: "v1.34", version: "1.34.4", recipe: { type: "go", minGo: "1.25" } },
  { release: "v1.20", version: "1.20.2", recipe: { type: "debian" } },
];

/** The release that is installed on Debian 12 where none is asked for. */
export const oldRelease = "v1.20";

/** Flags that servers need, on loopback and without a network, from a release on. */
const flagsSince: readonly { readonly since: string; readonly flags: Readonly<Record<string, string>> }[] = [
  // It refuses a loopback address as the public one, unless nothing is to publish it in the endpoints of the Service
  // "kubernetes".
  { since: "1.37", flags: { "endpoint-reconciler-type": "none" } },
];

/** The flags that a server of a version, such as `1.37.2`, needs beside those of all versions. */
export function flagsOfVersion(version: string): Readonly<Record<string, string>> {
  return Object.assign({}, ...flagsSince.filter(({ since }) => isAtLeast(version, since)).map(({ flags }) => flags));
}

/** Whether a version, such as `1.37.2` or `1.26`, is not older than another one. */
export function isAtLeast(version: string, least: string): boolean {
  return compareVersions(version, least) >= 0;
}

/** Compares versions by their numbers; one that is missing is 0. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  const at = [0, 1, 2].find((index) => (left[index] ?? 0) !== (right[index] ?? 0));
  return at === undefined ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}

function numbersOf(version: string): readonly number[] {
  return (version.match(/\d+/g) ?? []).map(Number);
}
