import { toResult } from "../rule/finding.ts";
import { groupBy, type Rule } from "../rule/rule-context.ts";

/** GKE's own controller goes by the annotation and knows no field. */
const onlyAnnotated = new Set(["gce", "gce-internal"]);

/**
 * Ingresses name their class by the annotation `kubernetes.io/ingress.class`: one note for each class.
 *
 * Not where it has to be so: on GKE, and on the short-lived Ingresses that cert-manager makes.
 *
 * @see {@link https://kubernetes.io/docs/concepts/services-networking/ingress/#deprecated-annotation}
 * @see {@link https://cloud.google.com/kubernetes-engine/docs/concepts/ingress#controller_summary}
 */
export const classAnnotationDeprecated: Rule = {
  id: "class/annotation-deprecated",
  summary: "Ingresses name their class by the deprecated annotation.",
  severity: "info",
  why:
    "The annotation kubernetes.io/ingress.class is deprecated since Kubernetes 1.18. Controllers still honour it, most newer features and tools look only at the field.",
  fix: "Set .spec.ingressClassName and remove the annotation, in one step.",
  check: ({ sources, classes, view }) => {
    const annotated = sources.filter((source) =>
      source.classSource === "annotation" && source.repeatsRoutes !== "acme-solver" &&
      !onlyAnnotated.has(source.className ?? "")
    );
    const isKnown = view.lists.ingressclasses.state === "observed";
    return [...groupBy(annotated, (source) => source.className)].map(([name, ofClass]) =>
      toResult({
        rule: "class/annotation-deprecated",
        severity: "info",
        object: { apiVersion: "networking.k8s.io/v1", kind: "IngressClass", namespace: "", name },
        fieldPath: ".metadata.name",
        should: "Ingresses that name it in .spec.ingressClassName",
        is: `${
          ofClass.length === 1 ? "1 Ingress names" : `${ofClass.length} Ingresses name`
        } it by the annotation kubernetes.io/ingress.class`,
        fix: isKnown && !classes.has(name)
          ? `create the IngressClass "${name}" for the controller first, then set the field and remove the annotation`
          : "set the field and remove the annotation in one step",
        routes: [],
        sources: ofClass,
      })
    );
  },
};
