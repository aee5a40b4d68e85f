/** The last part of a definition's name: `IngressSpec` of `io.k8s.api.networking.v1.IngressSpec`. */
export function shortName(definition: string): string {
  return definition.slice(definition.lastIndexOf(".") + 1);
}
