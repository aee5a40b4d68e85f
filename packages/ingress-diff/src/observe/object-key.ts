/** `namespace/name`: the same for two objects of one kind that are one object. */
export function objectKey(object: { readonly namespace: string; readonly name: string }): string {
  return `${object.namespace}/${object.name}`;
}

/** `Kind/namespace/name`: the same for two references to one object, whatever version of the API they name. */
export function kindKey(ref: { readonly kind: string; readonly namespace: string; readonly name: string }): string {
  return `${ref.kind}/${objectKey(ref)}`;
}
