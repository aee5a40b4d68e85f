import { describe, expect, test } from "vitest";
import { faultsOf } from "../testing/faults-of.ts";
import { checkCronJob } from "./cron-job.ts";
import { isSchedule } from "./is-schedule.ts";

const template = { spec: { restartPolicy: "Never", containers: [{ name: "web", image: "nginx" }] } };
const jobTemplate = { spec: { template } };
const schedule = "0 3 * * *";

describe("checkCronJob() judges as the API server does:", () => {
  test.each<{ name: string; spec: object; kubernetesVersion?: string; want: readonly string[] }>([
    { name: "a CronJob", spec: { schedule, jobTemplate, timeZone: "Europe/Berlin" }, want: [] },
    { name: "no schedule", spec: { jobTemplate }, want: ["spec.schedule Required"] },
    { name: "four fields", spec: { jobTemplate, schedule: "0 3 * *" }, want: ["spec.schedule Invalid"] },
    {
      name: "an unknown policy",
      spec: { jobTemplate, schedule, concurrencyPolicy: "x" },
      want: [
        "spec.concurrencyPolicy NotSupported",
      ],
    },
    {
      name: "a selector",
      spec: { schedule, jobTemplate: { spec: { template, selector: {}, manualSelector: true } } },
      want: ["spec.jobTemplate.spec.selector Invalid", "spec.jobTemplate.spec.manualSelector NotSupported"],
    },
    {
      name: "no pods",
      spec: { schedule },
      want: [
        "spec.jobTemplate.spec.template.spec.containers Required",
        "spec.jobTemplate.spec.template.spec.restartPolicy Required",
      ],
    },
    {
      name: "a time zone in the schedule",
      spec: { jobTemplate, schedule: `TZ=UTC ${schedule}` },
      want: [
        "spec.schedule Invalid",
      ],
    },
    {
      name: "a time zone in the schedule before",
      spec: { jobTemplate, schedule: `CRON_TZ=UTC ${schedule}` },
      kubernetesVersion: "1.28",
      want: [],
    },
    ...["", "Local", "Mars/Olympus", "+01:00", "../UTC", "Europe//Berlin"].map((timeZone) => ({
      name: `the time zone "${timeZone}"`,
      spec: { jobTemplate, schedule, timeZone },
      want: ["spec.timeZone Invalid"],
    })),
  ])("$name", ({ spec, kubernetesVersion, want }) => {
    expect(faultsOf(checkCronJob, { metadata: { name: "a" }, spec }, kubernetesVersion)).toEqual(want);
  });

  test("a generation that servers before 1.21 keep", () => {
    const cronJob = { metadata: { name: "a", generation: -1 }, spec: { schedule, jobTemplate } };
    expect(faultsOf(checkCronJob, cronJob, "1.20")).toEqual(["metadata.generation Invalid"]);
    expect(faultsOf(checkCronJob, cronJob, "1.21")).toEqual([]);
  });

  test("a name of 53 bytes, but no prefix of 60 beside a name", () => {
    const spec = { schedule, jobTemplate };
    expect(faultsOf(checkCronJob, { metadata: { name: "a".repeat(53) }, spec })).toEqual(["metadata.name Invalid"]);
    expect(faultsOf(checkCronJob, { metadata: { name: "a", generateName: "a".repeat(60) }, spec })).toEqual([]);
  });
});

// tools/parity asks a server about many more.
describe("isSchedule()", () => {
  test.each(["* * * * *", "*/5 9-17 1,15 JAN-jun ?", "@daily", "@every 1h30m", " 0 3 * * * ", "1,,2 * * * *"])(
    "accepts %j",
    (text) => expect(isSchedule(text, true)).toBe(true),
  );
  test.each([
    "60 * * * *",
    "* * * * 7",
    "*/0 * * * *",
    "5-1 * * * *",
    "@reboot",
    "@every 1d",
    " @daily",
    "* * * * * *",
  ])(
    "refuses %j",
    (text) => expect(isSchedule(text, true)).toBe(false),
  );
});
