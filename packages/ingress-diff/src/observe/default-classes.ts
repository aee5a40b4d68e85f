import type { IngressClassObject } from "./cluster-view.ts";
import { compareText } from "@kubeschema/model/compare-text";

/**
 * The default classes, the one first that an Ingress gets which names none: since Kubernetes 1.25 that is the newest, and
 * of two of one age the one whose name comes first. Before, such an Ingress was refused where there are several.
 *
 * @see {@link https://github.com/kubernetes/kubernetes/pull/110974}
 */
export function defaultClasses(classes: Iterable<IngressClassObject>): readonly IngressClassObject[] {
  return [...classes].filter(({ isDefault }) => isDefault)
    .sort((a, b) => createdMs(b) - createdMs(a) || compareText(a.name, b.name));
}

function createdMs({ createdAt }: IngressClassObject): number {
  const time = Date.parse(createdAt ?? "");
  return Number.isNaN(time) ? 0 : time;
}
