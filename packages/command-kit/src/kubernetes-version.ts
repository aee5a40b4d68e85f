/**
 * Reads a release of Kubernetes: `1.36`, `v1.36`, `1.36.2`, also with what vendors add, `v1.36.2-gke.100`.
 *
 * @returns Its name in our words, `v1.36`: patch releases change no schema and no rule. `undefined` if it is not one.
 */
export function parseKubernetesVersion(text: string): string | undefined {
  const [, release] = /^v?(\d{1,4}\.\d{1,4})(?:\.\d{1,4})?(?:[-+][\w.+-]{1,64})?$/.exec(text) ?? [];
  return release === undefined ? undefined : `v${release}`;
}
