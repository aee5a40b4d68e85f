import { child, field, type FieldPath } from "../../field-path.ts";
import { asObject, type JsonObject, objectOf, optionalTextOf, textOf } from "../../json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
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
 * What the API server asks of a CronJob on create.
 * Source: kubernetes, pkg/apis/batch/validation/validation.go, ValidateCronJobCreate.
 */
export function checkCronJob(cronJob: JsonObject, report: Report, version: KubernetesVersion): void {
  checkObjectMeta(cronJob, kindNameForm("batch", "CronJob", cronJob, version), true, report);
  // Servers since 1.21 set it to 1. Source: kubernetes, pkg/registry/batch/cronjob/strategy.go.
  if (!isAtLeast(version, 21)) checkGeneration(cronJob, report);
  const spec = asObject(cronJob.spec);
  // Before 1.25 there is no such field.
  const timeZone = isAtLeast(version, 25) ? optionalTextOf(spec.timeZone) : undefined;
  checkSchedule(textOf(spec.schedule), timeZone, version, report);
  if (timeZone !== undefined) checkTimeZone(timeZone, child(specPath, "timeZone"), report);
  checkNotNegative(spec, counts, specPath, report);
  checkSupported(textOf(spec.concurrencyPolicy) || "Allow", policies, child(specPath, "concurrencyPolicy"), report);
  const job = asObject(asObject(spec.jobTemplate).spec);
  checkJobSpec(job, jobPath, version, report);
  if (objectOf(job.selector) !== undefined) {
    report("Invalid", child(jobPath, "selector"), job.selector, "is made by the server");
  }
  if (job.manualSelector === true) {
    const allowed = ["nil", "false"];
    report("NotSupported", child(jobPath, "manualSelector"), true, "must not be set in a template", allowed);
  }
}

/** Source: as above, validateCronJobSpec and validateScheduleFormat. */
function checkSchedule(
  schedule: string,
  timeZone: string | undefined,
  version: KubernetesVersion,
  report: Report,
): void {
  if (schedule === "") {
    report("Required", schedulePath, schedule, 'needs a schedule such as "0 3 * * *"');
    return;
  }
  // Servers since 1.22 read a time zone, and those since 1.29 refuse it again; they look for these letters anywhere.
  const hasTimeZone = schedule.includes("TZ");
  if (!isSchedule(schedule, isAtLeast(version, 22))) {
    report("Invalid", schedulePath, schedule, 'is not a schedule such as "0 3 * * *" or "@daily"');
  } else if (hasTimeZone && (timeZone !== undefined || isAtLeast(version, 29))) {
    report("Invalid", schedulePath, schedule, "must not name a time zone: use the field timeZone");
  }
}
