import { child, field, type FieldPath, key } from "../../values/field-path.ts";
import { textOf } from "../../values/json-object.ts";
import { isAtLeast } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import type { ServiceFacts } from "./service-facts.ts";

const mode = "service.kubernetes.io/topology-mode";
const hints = "service.kubernetes.io/topology-aware-hints";
const path: FieldPath = key(child(field("metadata"), "annotations"), mode);

/** The two annotations for topology must be equal, since 1.27. */
export function checkTopologyAnnotations(outer: Report, { annotations, version }: ServiceFacts): void {
  const report = reportFrom(outer, core, "ValidateService");
  if (!isAtLeast(version, 27)) return;
  if (!Object.hasOwn(annotations, mode) || !Object.hasOwn(annotations, hints)) return;
  const given = textOf(annotations[mode]);
  if (given !== textOf(annotations[hints])) {
    report("Invalid", path, given, `must be equal to the annotation ${hints}`);
  }
}
