import { child, field, type FieldPath } from "../../values/field-path.ts";
import { asObject, type JsonObject, objectOf, optionalTextOf, textOf } from "../../values/json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { batch } from "../sources.ts";
import { checkNotNegative } from "../check-not-negative.ts";
import { checkSupported } from "../check-supported.ts";
import { checkJobSpec } from "../job/job-spec.ts";
import { checkGeneration } from "../metadata/generation.ts";
import { kindNameForm } from "../metadata/kind-name-form.ts";
import { checkObjectMeta } from "../metadata/object-meta.ts";
import { isSchedule } from "./is-schedule.ts";
import { checkTimeZone } from "./time-zone.ts";

const specPath: FieldPath = field("spec");
const schedulePath: FieldPath = child(specPath, "schedule");
const jobPath: FieldPath = child(child(specPath, "jobTemplate"), "spec");
const policies = ["Allow", "Forbid", "Replace"];
const counts = ["startingDeadlineSeconds", "successfulJobsHistoryLimit", "failedJobsHistoryLimit"];

/**
 * The API server's rules for a CronJob on create.
 */
export function checkCronJob(outer: Report, cronJob: JsonObject, version: KubernetesVersion): void {
  const report = reportFrom(outer, batch, "validateCronJobSpec");
  checkObjectMeta(report, cronJob, kindNameForm("batch", "CronJob", cronJob, version), true);
  // Servers since 1.21 set it to 1. Source: kubernetes, pkg/registry/batch/cronjob/strategy.go.
  if (!isAtLeast(version, 21)) checkGeneration(report, cronJob);
  const spec = asObject(cronJob.spec);
  // Before 1.25 the field does not exist.
  const timeZone = isAtLeast(version, 25) ? optionalTextOf(spec.timeZone) : undefined;
  checkSchedule(report, textOf(spec.schedule), timeZone, version);
  if (timeZone !== undefined) checkTimeZone(report, timeZone, child(specPath, "timeZone"));
  checkNotNegative(report, spec, counts, specPath);
  checkSupported(report, textOf(spec.concurrencyPolicy) || "Allow", policies, child(specPath, "concurrencyPolicy"));
  const job = asObject(asObject(spec.jobTemplate).spec);
  checkJobSpec(report, job, jobPath, version);
  if (objectOf(job.selector) !== undefined) {
    report("Invalid", child(jobPath, "selector"), job.selector, "must not be set, since the server makes it");
  }
  if (job.manualSelector === true) {
    const allowed = ["nil", "false"];
    report("NotSupported", child(jobPath, "manualSelector"), true, "must not be set in a template of a Job", allowed);
  }
}

/** Source: as above, validateCronJobSpec and validateScheduleFormat. */
function checkSchedule(
  outer: Report,
  schedule: string,
  timeZone: string | undefined,
  version: KubernetesVersion,
): void {
  const report = reportFrom(outer, batch, "validateScheduleFormat");
  if (schedule === "") {
    report("Required", schedulePath, schedule, 'must be set to a schedule such as "0 3 * * *"');
    return;
  }
  // Servers since 1.22 read a time zone, and those since 1.29 refuse it again; they look for these letters anywhere.
  const hasTimeZone = schedule.includes("TZ");
  if (!isSchedule(schedule, isAtLeast(version, 22))) {
    report("Invalid", schedulePath, schedule, 'is not a schedule such as "0 3 * * *" or "@daily"');
  } else if (hasTimeZone && (timeZone !== undefined || isAtLeast(version, 29))) {
    report("Invalid", schedulePath, schedule, "must not name a time zone; use the field timeZone");
  }
}
