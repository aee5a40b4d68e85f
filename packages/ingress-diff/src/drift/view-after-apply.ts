import type { ClusterView, FieldWriter, IngressObject } from "../observe/cluster-view.ts";
import { defaultClasses } from "../observe/default-classes.ts";
import { optional } from "../observe/json-value.ts";
import { objectKey } from "../observe/object-key.ts";
import { readIngress } from "../observe/read-ingress.ts";
import { sortObjects } from "../observe/sort-objects.ts";
import type { IngressDrift } from "./ingress-drift.ts";

/**
 * What a view becomes when manifests are applied: their Ingresses as the server would store them. A new one without a
 * class gets the default class, as the API server's admission gives it; its status is empty until a controller writes it.
 *
 * @param at RFC 3339: when they are applied.
 */
export function viewAfterApply(view: ClusterView, drifts: readonly IngressDrift[], at: string): ClusterView {
  const ingresses = new Map(view.ingresses.map((ingress) => [objectKey(ingress), ingress]));
  const storedAt = toWholeSeconds(at);
  for (const drift of drifts) {
    if (drift.result === undefined) continue;
    const before = ingresses.get(objectKey(drift));
    const stored = readIngress(drift.result);
    ingresses.set(
      objectKey(drift),
      before === undefined ? create(stored, drift, view, storedAt) : update(before, stored, storedAt),
    );
  }
  return { ...view, ingresses: sortObjects(ingresses.values()) };
}

/** The Ingresses of manifests as the server would store them; those that would be refused or are unknown are left out. */
export function plannedIngresses(drifts: readonly IngressDrift[]): readonly IngressObject[] {
  return drifts.flatMap(({ result }) => result === undefined ? [] : readIngress(result));
}

/**
 * The server stores times by the second, so that two Ingresses may be of one age: then the first by name is the older
 * one to rules that ask.
 *
 * @see {@link https://github.com/kubernetes/apimachinery/blob/v0.36.0/pkg/apis/meta/v1/time.go}
 */
function toWholeSeconds(at: string): string {
  return new Date(at).toISOString().replace(/\.\d+/, "");
}

function create(stored: IngressObject, drift: IngressDrift, view: ClusterView, at: string): IngressObject {
  // The admission looks at the group networking.k8s.io only.
  const takesDefault = drift.apiVersion !== "extensions/v1beta1" &&
    stored.className === undefined && stored.classAnnotation === undefined;
  const created = {
    ...stored,
    createdAt: at,
    statusEntries: [],
    ...optional("className", takesDefault ? defaultClasses(view.ingressClasses)[0]?.name : stored.className),
  };
  return { ...created, writers: [writerOf(created, at)] };
}

/** The status stays, and a class that changes has a new writer: some rules compare when the two were written. */
function update(before: IngressObject, stored: IngressObject, at: string): IngressObject {
  const isClassNew = before.className !== stored.className || before.classAnnotation !== stored.classAnnotation;
  const writers = isClassNew
    ? [
      ...before.writers.map((writer) => ({ ...writer, ownsClassField: false, ownsClassAnnotation: false })),
      writerOf(stored, at),
    ]
    : before.writers;
  return {
    ...stored,
    ...optional("uid", before.uid),
    ...optional("createdAt", before.createdAt),
    isBeingDeleted: before.isBeingDeleted,
    statusEntries: before.statusEntries,
    writers,
  };
}

/** What `kubectl apply` leaves in managedFields. */
function writerOf({ className, classAnnotation }: IngressObject, at: string): FieldWriter {
  return {
    manager: "kubectl-client-side-apply",
    operation: "Update",
    apiVersion: "networking.k8s.io/v1",
    time: at,
    ownsStatus: false,
    ownsClassField: className !== undefined,
    ownsClassAnnotation: classAnnotation !== undefined,
    ownsOtherFields: true,
  };
}
