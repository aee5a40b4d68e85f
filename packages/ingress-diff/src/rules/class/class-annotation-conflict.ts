import type { RouteSource } from "../../routes/route.ts";
import { toResult } from "../rule/finding.ts";
import type { Rule } from "../rule/rule-context.ts";

/**
 * The field and the deprecated annotation name different classes.
 *
 * The API server refuses that on create and accepts it on update.
 *
 * @see {@link https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/networking/validation/validation.go}
 */
export const classAnnotationConflict: Rule = {
  id: "class/annotation-conflict",
  summary: "The field and the annotation of an Ingress name different classes.",
  severity: "warning",
  why:
    "The API leaves it to each controller which one it goes by. So two controllers may serve the Ingress and fight over its status, or none does.",
  fix: "Remove the annotation kubernetes.io/ingress.class.",
  check: ({ sources }) =>
    sources.filter((source) =>
      source.classSource === "field" && source.classAnnotation !== undefined &&
      source.classAnnotation !== source.className
    ).map((source) =>
      toResult({
        rule: "class/annotation-conflict",
        severity: "warning",
        object: source.ref,
        fieldPath: '.metadata.annotations["kubernetes.io/ingress.class"]',
        should: `"${source.className}", as in .spec.ingressClassName, or no annotation`,
        is: `"${source.classAnnotation}"${describeWriters(source)}; this report goes by the field, controllers differ`,
        fix: `kubectl annotate ingress ${source.ref.name} -n ${source.ref.namespace} kubernetes.io/ingress.class-`,
        routes: [],
        sources: [source],
      })
    ),
};

function describeWriters({ writers }: RouteSource): string {
  const writer = writers.find(({ ownsClassAnnotation }) => ownsClassAnnotation);
  if (writer === undefined) return "";
  return `, by "${writer.manager}"${writer.time === undefined ? "" : ` at or before ${writer.time}`}`;
}
