import { describe, expect, test } from "vitest";
import { faultsOf } from "../testing/faults-of.ts";
import { checkDeployment } from "./deployment.ts";

const labels = { app: "web" };
const template = { metadata: { labels }, spec: { containers: [{ name: "web", image: "nginx" }] } };
const spec = { selector: { matchLabels: labels }, template };
const withUpdate = (rollingUpdate: object): object => ({ ...spec, strategy: { rollingUpdate } });

describe("checkDeployment() judges as the API server does:", () => {
  test.each<{ name: string; spec: unknown; kubernetesVersion?: string; want: readonly string[] }>([
    { name: "a Deployment", spec, want: [] },
    {
      name: "no selector",
      spec: { template },
      want: ["spec.selector Required", "spec.template.metadata.labels Invalid"],
    },
    { name: "an empty selector", spec: { ...spec, selector: {} }, want: ["spec.selector Invalid"] },
    {
      name: "another selector",
      spec: { ...spec, selector: { matchLabels: { a: "b" } } },
      want: ["spec.template.metadata.labels Invalid"],
    },
    {
      name: "a selector that cannot be used: the template is not checked",
      spec: { selector: { matchExpressions: [{ key: "a", operator: "x" }] }, template: {} },
      want: ["spec.selector.matchExpressions[0].operator Invalid", "spec.selector Invalid"],
    },
    { name: "negative replicas", spec: { ...spec, replicas: -1 }, want: ["spec.replicas Invalid"] },
    {
      name: "a deadline that is too short",
      spec: { ...spec, minReadySeconds: 600 },
      want: ["spec.progressDeadlineSeconds Invalid"],
    },
    { name: "an unknown strategy", spec: { ...spec, strategy: { type: "x" } }, want: ["spec.strategy NotSupported"] },
    {
      name: "a rolling update of Recreate",
      spec: { ...spec, strategy: { type: "Recreate", rollingUpdate: {} } },
      want: ["spec.strategy.rollingUpdate Forbidden"],
    },
    {
      name: "a number as text",
      spec: withUpdate({ maxSurge: "5" }),
      want: ["spec.strategy.rollingUpdate.maxSurge Invalid"],
    },
    {
      name: "neither more nor less",
      spec: withUpdate({ maxSurge: 0, maxUnavailable: "0%" }),
      want: ["spec.strategy.rollingUpdate.maxUnavailable Invalid"],
    },
    {
      name: "more than all",
      spec: withUpdate({ maxUnavailable: "101%" }),
      want: ["spec.strategy.rollingUpdate.maxUnavailable Invalid"],
    },
    {
      name: "pods that end",
      spec: {
        ...spec,
        template: { ...template, spec: { ...template.spec, restartPolicy: "Never", activeDeadlineSeconds: 1 } },
      },
      want: ["spec.template.spec.restartPolicy NotSupported", "spec.template.spec.activeDeadlineSeconds Forbidden"],
    },
  ])("$name", ({ spec, kubernetesVersion, want }) => {
    expect(faultsOf(checkDeployment, { metadata: { name: "a" }, spec }, kubernetesVersion)).toEqual(want);
  });
});
