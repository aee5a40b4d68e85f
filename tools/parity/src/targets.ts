/** The rates at which the judges must agree on a kind, as fractions of 1. */
export interface Target {
  /** Both accept, or both do not. */
  readonly sameVerdict: number;
  /** The same faults too, each as its field and type. */
  readonly sameFaults: number;
}

const exact: Target = { sameVerdict: 1, sameFaults: 0.99 };
const targets: Readonly<Record<string, Target>> = {
  Ingress: exact,
  IngressClass: exact,
  "Ingress extensions/v1beta1": exact,
  "Ingress v1beta1": exact,
};

/** Returns the targets of a kind. */
export function targetOf(kind: string): Target {
  return (Object.hasOwn(targets, kind) ? targets[kind] : undefined) ?? { sameVerdict: 0.995, sameFaults: 0.99 };
}
