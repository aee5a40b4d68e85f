import { validateCronJob, validateJob } from "@kubeschema/validators/batch/v1";
import type { ParityKind } from "../compare-kind.ts";
import { create, createOlder } from "../endpoint.ts";
import { fullMetadata, selectors } from "../pools.ts";
import { podAdded, podPools, templates, withPods } from "./pod-parts.ts";

const labels = { app: "web" };
const plain = {
  metadata: { labels },
  spec: { restartPolicy: "OnFailure", containers: [{ name: "web", image: "nginx" }] },
};
const ending = templates.map((template) => withPods(template, { restartPolicy: "Never" }));
const counts = [0, 1, -1, 5, 2147483647, 2147483648, null];
const limits = {
  parallelism: counts,
  completions: counts,
  backoffLimit: counts,
  activeDeadlineSeconds: counts,
  ttlSecondsAfterFinished: counts,
  successfulJobsHistoryLimit: counts,
  failedJobsHistoryLimit: counts,
  startingDeadlineSeconds: counts,
};
const jobPools = {
  ...podPools,
  ...limits,
  manualSelector: [true, false, null],
  selector: [
    ...selectors,
    { matchLabels: { "job-name": "web" } },
    { matchLabels: { "job-name": "other" } },
    { matchLabels: { "controller-uid": "x" } },
    { matchExpressions: [{ key: "controller-uid", operator: "Exists" }] },
    { matchExpressions: [{ key: "controller-uid", operator: "DoesNotExist" }] },
  ],
  labels: [
    ...(podPools.labels ?? []),
    { app: "web", "job-name": "web" },
    { app: "web", "job-name": "other" },
    { app: "web", "controller-uid": "x" },
  ],
};

export const jobKind: ParityKind = {
  name: "Job",
  endpoints: [create("/apis/batch/v1/namespaces/default/jobs")],
  validate: validateJob,
  bases: [
    ...ending.map((template) => ({ parallelism: 2, completions: 4, backoffLimit: 3, template })),
    { activeDeadlineSeconds: 60, ttlSecondsAfterFinished: 60, template: plain },
    { activeDeadlineSeconds: 60, manualSelector: true, selector: { matchLabels: labels }, template: plain },
  ].map((spec) => ({ apiVersion: "batch/v1", kind: "Job", metadata: fullMetadata, spec })),
  pools: jobPools,
  added: {
    ...podAdded,
    spec: [...(podAdded.spec ?? []), "selector", "manualSelector", "parallelism", "completions", "backoffLimit"],
  },
};

export const cronJobKind: ParityKind = {
  name: "CronJob",
  // Servers before 1.21 do not have v1.
  endpoints: [create("/apis/batch/v1/namespaces/default/cronjobs"), createOlder("batch/v1beta1", "cronjobs")],
  validate: validateCronJob,
  bases: [...ending, plain].map((template) => ({
    apiVersion: "batch/v1",
    kind: "CronJob",
    metadata: fullMetadata,
    spec: {
      schedule: "0 3 * * *",
      concurrencyPolicy: "Forbid",
      startingDeadlineSeconds: 60,
      successfulJobsHistoryLimit: 1,
      failedJobsHistoryLimit: 1,
      suspend: true,
      jobTemplate: { metadata: { labels }, spec: { parallelism: 1, backoffLimit: 1, template } },
    },
  })),
  // The schedule is one field of many: the examples have all.
  examples: schedules().map((schedule) => ({
    apiVersion: "batch/v1",
    kind: "CronJob",
    metadata: { name: "web" },
    spec: { schedule, jobTemplate: { spec: { template: plain } } },
  })),
  pools: {
    ...jobPools,
    schedule: schedules(),
    concurrencyPolicy: ["Allow", "Forbid", "Replace", "", "x"],
    suspend: [true, false],
    jobTemplate: [{}, null, { spec: {} }, { metadata: { labels: { "-": "-" } }, spec: { template: plain } }],
  },
  added: { ...podAdded, spec: [...(podAdded.spec ?? []), "selector", "manualSelector"] },
};

function schedules(): readonly string[] {
  return [
    ...[
      "* * * * *",
      "*/5 * * * *",
      "0 0 1 1 0",
      "59 23 31 12 6",
      "60 * * * *",
      "* 24 * * *",
      "* * 0 * *",
      "* * 32 * *",
    ],
    ...[
      "* * * 0 *",
      "* * * 13 *",
      "* * * * 7",
      "0 9 * * MON-FRI",
      "0 9 * * mon,wed",
      "0 0 1 JAN,Jul *",
      "0 0 * * Sunday",
    ],
    ...["0 9 * *", "0 9 * * * *", "", " ", "a b c d e", "1-5 * * * *", "5-1 * * * *", "1-2-3 * * * *", "1/5 * * * *"],
    ...["*/0 * * * *", "*/60 * * * *", "*/a * * * *", "1/2/3 * * * *", ", * * * *", "1,,2 * * * *", "1, * * * *"],
    ...[
      "? ? ? ? ?",
      "*-5 * * * *",
      "?/2 * * * *",
      "-1 * * * *",
      "+1 * * * *",
      "01 * * * *",
      "1.5 * * * *",
      "0x1 * * * *",
    ],
    ...[
      "@hourly",
      "@daily",
      "@midnight",
      "@weekly",
      "@monthly",
      "@yearly",
      "@annually",
      "@reboot",
      "@Daily",
      "@",
      "@ ",
    ],
    ...["@every 1h", "@every 1h30m", "@every 1", "@every", "@every  1h", "@every -1h", "@every 0", "@every 1.5h"],
    ...[
      "@every .5s",
      "@every .s",
      "@every 1d",
      "@every 1h ",
      "@daily ",
      " @daily",
      "@every 1H",
      "@every +1ms",
      "@every 5µs",
    ],
    ...[
      "  0   3 * * *  ",
      "0\t3\t*\t*\t*",
      "0\u00a03 * * *",
      "0 3 * * *\n",
      "TZ=UTC 0 3 * * *",
      "H H * * *",
      "0 0 L * *",
    ],
    ...["0 0 * * 1#2", "*/2,*/3 * * * *", "* * * * 0-6/2", "* * * * SUN-SAT", "* * * * SAT-SUN", "*,60 * * * *"],
    ...["9999999999999999999 * * * *", "* * * * 0,1,2,3,4,5,6", "/5 * * * *", "5/ * * * *", "- * * * *", "1- * * * *"],
  ];
}
