import { dns1123LabelProblems } from "../../formats/dns-1123-label.ts";
import { child, field, type FieldPath } from "../../values/field-path.ts";
import { asObject, type JsonObject, textOf } from "../../values/json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { batch } from "../sources.ts";
import { checkGeneration } from "../metadata/generation.ts";
import { exampleOfGenerated } from "../metadata/name.ts";
import { subdomainForm } from "../metadata/name-forms.ts";
import { checkObjectMeta } from "../metadata/object-meta.ts";
import { checkJobSelector, generatedLabels } from "./job-selector.ts";
import { checkJobSpec } from "./job-spec.ts";

const metadataPath: FieldPath = field("metadata");
const specPath: FieldPath = field("spec");

/**
 * The API server's rules for a Job on create. Unless its selector is written by hand, the server makes one, and puts
 * the labels for it into the template. Source: kubernetes, pkg/apis/batch/validation/validation.go, ValidateJob, and
 * pkg/registry/batch/job/strategy.go.
 */
export function checkJob(outer: Report, job: JsonObject, version: KubernetesVersion): void {
  const report = reportFrom(outer, batch, "ValidateJob");
  checkObjectMeta(report, job, subdomainForm, true);
  // Later servers set it.
  if (!isAtLeast(version, 22)) checkGeneration(report, job);
  const spec = asObject(job.spec);
  const { name: given, generateName } = asObject(job.metadata);
  const prefix = textOf(generateName);
  const name = textOf(given) || (prefix === "" ? "" : exampleOfGenerated(prefix));
  const generated = spec.manualSelector === true ? {} : generatedLabels(name, version);
  const template = asObject(spec.template);
  const metadata = asObject(template.metadata);
  const labels = { ...generated, ...asObject(metadata.labels) };
  checkJobSelector(report, spec, labels, generated, specPath, version);
  checkJobSpec(report, { ...spec, template: { ...template, metadata: { ...metadata, labels } } }, specPath, version);
  const completions = spec.completions;
  if (!isAtLeast(version, 24) || spec.completionMode !== "Indexed") return;
  if (typeof completions !== "number" || completions <= 0) return;
  // Its pods get the name of the Job and an index as their host name.
  const hostname = `${name}-${completions - 1}`;
  for (const problem of dns1123LabelProblems(hostname).slice(0, 1)) {
    report("Invalid", child(metadataPath, "name"), name, `leads to the host name ${hostname}, which ${problem}`);
  }
}
