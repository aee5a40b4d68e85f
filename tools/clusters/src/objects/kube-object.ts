/** An object as kubectl prints it. */
export interface KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly uid?: string;
    readonly creationTimestamp?: string;
    readonly deletionTimestamp?: string;
    readonly finalizers?: readonly string[];
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly managedFields?: readonly object[];
  };
  readonly [field: string]: unknown;
}

/** Writes `namespace/name`, or the name alone of a cluster-scoped object. */
export function nameOf({ metadata: { namespace, name } }: KubeObject): string {
  return namespace === undefined ? name : `${namespace}/${name}`;
}

/** `Service shop/web`, or `IngressClass nginx`. */
export function formatReference(object: KubeObject): string {
  return `${object.kind} ${nameOf(object)}`;
}

/** Finds the object of a kind by its `namespace/name`. */
export function findObject(objects: readonly KubeObject[], kind: string, name: string): KubeObject | undefined {
  return objects.find((object) => object.kind === kind && nameOf(object) === name);
}

/** Replaces an object, or removes it. */
export function replaceObject(
  objects: readonly KubeObject[],
  object: KubeObject,
  ...replacements: readonly KubeObject[]
): readonly KubeObject[] {
  return objects.flatMap((other) => other === object ? replacements : [other]);
}

/** Changes fields of the spec. */
export function withSpec<T extends KubeObject>(object: T, fields: object): T {
  return { ...object, spec: { ...object.spec as object, ...fields } }; // Every kind that is changed in this way has a spec.
}

/** Adds annotations. */
export function withAnnotations<T extends KubeObject>(object: T, annotations: Readonly<Record<string, string>>): T {
  return withMetadata(object, { annotations: { ...object.metadata.annotations, ...annotations } });
}

/** Changes fields of the metadata. */
export function withMetadata<T extends KubeObject>(object: T, fields: Partial<KubeObject["metadata"]>): T {
  return { ...object, metadata: { ...object.metadata, ...fields } };
}
