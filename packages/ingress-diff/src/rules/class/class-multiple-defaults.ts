import { defaultClasses } from "../../observe/default-classes.ts";
import { compareText } from "@kubeschema/model/compare-text";
import type { Rule } from "../rule/rule.ts";
import { minorVersionOf } from "../rule/server-version.ts";

/** The first version that takes the newest default class, where older ones refuse the Ingress. */
const firstMinorThatPicks = 25;

const id = "class/multiple-defaults";

/**
 * More than one IngressClass is the default.
 *
 * Up to 1.24 the API server then refuses every Ingress that names no class; since 1.25 it gives it the newest default
 * class, and of two of one age the one whose name comes first.
 *
 * @see {@link https://github.com/kubernetes/kubernetes/pull/110974}
 */
export const classMultipleDefaults: Rule<typeof id> = {
  id,
  summary: "More than one IngressClass is marked as the default.",
  severity: "warning",
  why:
    "Up to Kubernetes 1.24 an Ingress that names no class cannot be created then. Since 1.25 it gets the newest of them, so installing a controller can take new Ingresses away from another.",
  fix: "take the annotation ingressclass.kubernetes.io/is-default-class from all classes but one, as from this one",
  command: "kubectl annotate ingressclass NAME ingressclass.kubernetes.io/is-default-class-",
  word: "class unclear",
  scope: "view",
  example: { given: "a second class is the default", says: /^is the default class beside "[^"]+"; / },
  check: ({ classes, view }) => {
    const [newest, ...others] = defaultClasses(classes.values());
    if (newest === undefined || others.length === 0) return [];
    const names = others.map(({ name }) => `"${name}"`).sort(compareText).join(", ");
    return [{
      // The newest one came last, so it is the one that made it two.
      object: { apiVersion: "networking.k8s.io/v1", kind: "IngressClass", namespace: "", name: newest.name },
      fieldPath: '.metadata.annotations["ingressclass.kubernetes.io/is-default-class"]',
      should: "one default class",
      is: `is the default class beside ${names}; ${describeEffect(newest.name, minorVersionOf(view.serverVersion))}`,
      routes: [],
    }];
  },
};

function describeEffect(newest: string, minor: number | undefined): string {
  const picks = `an Ingress that names no class gets "${newest}", the newest`;
  const refuses = "the server refuses an Ingress that names no class";
  if (minor === undefined) return `before Kubernetes 1.${firstMinorThatPicks} ${refuses}, since then ${picks}`;
  return minor < firstMinorThatPicks ? refuses : picks;
}
