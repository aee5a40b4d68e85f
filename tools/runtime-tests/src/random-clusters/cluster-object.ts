import type { KubeObject } from "../kube-object.ts";

/** An object with what an API server adds to it. */
export interface ClusterObject extends KubeObject {
  readonly metadata: KubeObject["metadata"] & {
    readonly uid?: string;
    readonly creationTimestamp?: string;
    readonly deletionTimestamp?: string;
    readonly finalizers?: readonly string[];
    readonly managedFields?: readonly object[];
  };
}

/** An Ingress of networking.k8s.io/v1. */
export interface IngressObject extends ClusterObject {
  readonly kind: "Ingress";
  readonly metadata: ClusterObject["metadata"] & { readonly namespace: string };
  readonly spec: IngressSpec;
  readonly status: { readonly loadBalancer: { readonly ingress?: readonly object[] } };
}

/** Its spec. */
export interface IngressSpec {
  readonly ingressClassName?: string;
  readonly defaultBackend?: Backend;
  readonly tls?: readonly TlsEntry[];
  readonly rules?: readonly Rule[];
}

/** One entry of `.spec.tls`. */
export interface TlsEntry {
  readonly hosts?: readonly string[];
  readonly secretName?: string;
}

/** One rule; without `http` all is left to the controller. */
export interface Rule {
  readonly host?: string;
  readonly http?: { readonly paths: readonly Path[] };
}

/** One path. */
export interface Path {
  readonly path: string;
  readonly pathType: string;
  readonly backend: Backend;
}

/** Where it leads. */
export interface Backend {
  readonly service?: { readonly name: string; readonly port: { readonly name?: string; readonly number?: number } };
  readonly resource?: { readonly apiGroup: string; readonly kind: string; readonly name: string };
}

/** Whether an object is an Ingress; all that are made here are of networking.k8s.io/v1. */
export function isIngress(object: ClusterObject): object is IngressObject {
  return object.kind === "Ingress";
}

/** `namespace/name`, or the name alone of what belongs to the cluster. */
export function nameOf({ metadata }: ClusterObject): string {
  return metadata.namespace === undefined ? metadata.name : `${metadata.namespace}/${metadata.name}`;
}

/** Finds the object of a kind by its `namespace/name`. */
export function findObject(
  objects: readonly ClusterObject[],
  kind: string,
  name: string,
): ClusterObject | undefined {
  return objects.find((object) => object.kind === kind && nameOf(object) === name);
}

/** Puts something, or nothing, in the place of an object. */
export function replaceObject(
  objects: readonly ClusterObject[],
  object: ClusterObject,
  ...replacements: readonly ClusterObject[]
): readonly ClusterObject[] {
  return objects.flatMap((other) => other === object ? replacements : [other]);
}

/** Changes fields of the spec. */
export function withSpec<T extends ClusterObject>(object: T, fields: object): T {
  return { ...object, spec: { ...object.spec as object, ...fields } };
}

/** Changes what the status shows. */
export function withStatus(ingress: IngressObject, entries: readonly object[]): IngressObject {
  return { ...ingress, status: { loadBalancer: entries.length === 0 ? {} : { ingress: entries } } };
}

/** Adds annotations. */
export function withAnnotations<T extends ClusterObject>(object: T, annotations: Readonly<Record<string, string>>): T {
  return {
    ...object,
    metadata: { ...object.metadata, annotations: { ...object.metadata.annotations, ...annotations } },
  };
}
