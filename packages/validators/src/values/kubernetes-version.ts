/** A release of Kubernetes; patch releases do not change rules. */
export interface KubernetesVersion {
  readonly major: number;
  readonly minor: number;
}

/** The release whose rules apply unless the caller says otherwise. */
export const newestVersion: KubernetesVersion = { major: 1, minor: 36 };

/**
 * Reads `1.30`, `v1.30` and `v1.30.2`.
 *
 * @throws {RangeError} If the text is not one of these.
 */
export function parseKubernetesVersion(text: string): KubernetesVersion {
  const match = /^v?(\d{1,4})\.(\d{1,4})(?:\.\d{1,4})?(?:[-+][\w.+-]{1,64})?$/.exec(text);
  if (match === null) {
    throw new RangeError(`Cannot read kubernetesVersion ${JSON.stringify(text)}: expected a release such as "1.30"`);
  }
  return { major: Number(match[1]), minor: Number(match[2]) };
}

/** Tells whether a release is `1.<minor>` or later. */
export function isAtLeast(version: KubernetesVersion, minor: number): boolean {
  return version.major > 1 || (version.major === 1 && version.minor >= minor);
}
