import { child, field, type FieldPath, key } from "../../field-path.ts";
import { textOf } from "../../json-object.ts";
import { isAtLeast } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
import type { ServiceFacts } from "./service-facts.ts";

const mode = "service.kubernetes.io/topology-mode";
const hints = "service.kubernetes.io/topology-aware-hints";
const path: FieldPath = key(child(field("metadata"), "annotations"), mode);

/** The two annotations for topology must be equal, since 1.27. Source: kubernetes, pkg/apis/core/validation/validation.go, ValidateService. */
export function checkTopologyAnnotations({ annotations, version }: ServiceFacts, report: Report): void {
  if (!isAtLeast(version, 27)) return;
  if (!Object.hasOwn(annotations, mode) || !Object.hasOwn(annotations, hints)) return;
  const given = textOf(annotations[mode]);
  if (given !== textOf(annotations[hints])) report("Invalid", path, given, `differs from the annotation ${hints}`);
}
