import type { Rule } from "../rule/rule.ts";

/** GKE's own controller goes by the annotation and knows no field. */
const onlyAnnotated = new Set(["gce", "gce-internal"]);

const id = "class/annotation-deprecated";

/**
 * Ingresses name their class by the annotation `kubernetes.io/ingress.class`: one note for each class.
 *
 * Not where it has to be so: on GKE, and on the short-lived Ingresses that cert-manager makes.
 *
 * @see {@link https://kubernetes.io/docs/concepts/services-networking/ingress/#deprecated-annotation}
 * @see {@link https://cloud.google.com/kubernetes-engine/docs/concepts/ingress#controller_summary}
 */
export const classAnnotationDeprecated: Rule<typeof id> = {
  id,
  summary: "Ingresses name their class by the deprecated annotation.",
  severity: "info",
  why:
    "The annotation kubernetes.io/ingress.class is deprecated since Kubernetes 1.18. Controllers still honour it; most newer features and tools look only at the field.",
  fix: "set .spec.ingressClassName and remove the annotation, in one step",
  scope: "view",
  example: {
    given: "the class moves from the field to the annotation",
    says: /^is named by the annotation kubernetes\.io\/ingress\.class of 1 Ingress$/,
  },
  check: ({ sources, classes, view }) => {
    const annotated = sources.filter(({ classSource, repeatsRoutes, className = "" }) =>
      classSource === "annotation" && repeatsRoutes !== "acme-solver" && !onlyAnnotated.has(className)
    );
    const isKnown = view.lists.ingressclasses.state === "observed";
    return [...Map.groupBy(annotated, ({ className = "" }) => className)].map(([name, ofClass]) => ({
      object: { apiVersion: "networking.k8s.io/v1", kind: "IngressClass", namespace: "", name },
      fieldPath: ".metadata.name",
      should: "Ingresses that name it in .spec.ingressClassName",
      is: `is named by the annotation kubernetes.io/ingress.class of ${
        ofClass.length === 1 ? "1 Ingress" : `${ofClass.length} Ingresses`
      }`,
      ...(isKnown && !classes.has(name)
        ? { fix: `create the IngressClass "${name}" for the controller, then set the field and remove the annotation` }
        : {}),
      routes: [],
      sources: ofClass,
    }));
  },
};
