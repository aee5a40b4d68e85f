import type { RouteSource } from "../../routes/route.ts";
import type { Rule } from "../rule/rule.ts";

const id = "class/annotation-conflict";

/**
 * The field and the deprecated annotation name different classes.
 *
 * The API server refuses that on create and accepts it on update.
 *
 * @see {@link https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/networking/validation/validation.go}
 */
export const classAnnotationConflict: Rule<typeof id> = {
  id,
  summary: "The field and the annotation of an Ingress name different classes.",
  severity: "warning",
  why:
    "The API leaves it to each controller which one it goes by. So two controllers may serve the Ingress and fight over its status, or none does.",
  fix: "remove the annotation kubernetes.io/ingress.class",
  command: "kubectl annotate ingress NAME -n NAMESPACE kubernetes.io/ingress.class-",
  word: "class unclear",
  scope: "view",
  example: {
    given: "the annotation says something else",
    says: /^names "[^"]+" in the annotation; this report goes by the field/,
  },
  check: ({ sources }) =>
    sources.filter((source) =>
      source.classSource === "field" && source.classAnnotation !== undefined &&
      source.classAnnotation !== source.className
    ).map((source) => ({
      object: source.ref,
      fieldPath: '.metadata.annotations["kubernetes.io/ingress.class"]',
      should: `"${source.className}", as in .spec.ingressClassName, or no annotation`,
      is: `names "${source.classAnnotation}" in the annotation${describeWriters(source)}; this report goes by the ` +
        "field, and controllers differ",
      routes: [],
      sources: [source],
    })),
};

function describeWriters({ writers }: RouteSource): string {
  const writer = writers.find(({ ownsClassAnnotation }) => ownsClassAnnotation);
  if (writer === undefined) return "";
  return `, written by "${writer.manager}"${writer.time === undefined ? "" : ` at or before ${writer.time}`}`;
}
