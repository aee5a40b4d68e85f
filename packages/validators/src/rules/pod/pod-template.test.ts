import process from "node:process";
import { describe, expect, test } from "vitest";
import { field } from "../../values/field-path.ts";
import type { JsonObject } from "../../values/json-object.ts";
import { faultsOf } from "../testing/faults-of.ts";
import { checkPodTemplate } from "./pod-template.ts";

const web = { name: "web", image: "nginx" };
const one = "spec.containers[0]";
const withContainer = (fields: object): JsonObject => ({ spec: { containers: [{ ...web, ...fields }] } });
const withSpec = (fields: object): JsonObject => ({ spec: { containers: [web], ...fields } });
const withInit = (fields: object): JsonObject =>
  withSpec({ initContainers: [{ name: "init", image: "a", ...fields }] });
const probe = { httpGet: { port: 80 } };

type Row = {
  readonly name: string;
  readonly template: JsonObject;
  readonly kubernetesVersion?: string;
  readonly want: readonly string[];
};

describe("checkPodTemplate() judges as the API server does:", () => {
  test.each<Row>([
    { name: "a container", template: withContainer({}), want: [] },
    { name: "nothing", template: {}, want: ["spec.containers Required"] },
    {
      name: "a container of nothing",
      template: { spec: { containers: [null] } },
      want: [`${one}.name Required`, `${one}.image Required`],
    },
    {
      name: "an unknown policy",
      template: withSpec({ restartPolicy: "Sometimes" }),
      want: ["spec.restartPolicy NotSupported"],
    },
    { name: "a digit first", template: withContainer({ env: [{ name: "1A" }] }), want: [] },
    {
      name: "a digit first before",
      template: withContainer({ env: [{ name: "1A" }] }),
      kubernetesVersion: "1.31",
      want: [`${one}.env[0].name Invalid`],
    },
    {
      name: "an equals sign",
      template: withContainer({ env: [{ name: "A=" }] }),
      want: [`${one}.env[0].name Invalid`],
    },
    {
      name: "a probe with gRPC",
      template: withContainer({ livenessProbe: { grpc: { port: 0 } } }),
      want: [`${one}.livenessProbe.grpc.port Invalid`],
    },
    {
      name: "a probe with gRPC before",
      template: withContainer({ livenessProbe: { grpc: { port: 80 } } }),
      kubernetesVersion: "1.23",
      want: [`${one}.livenessProbe Required`],
    },
    {
      name: "two successes",
      template: withContainer({ livenessProbe: { ...probe, successThreshold: 2 } }),
      want: [`${one}.livenessProbe.successThreshold Invalid`],
    },
    {
      name: "a hook that sleeps",
      template: withContainer({ lifecycle: { preStop: { sleep: { seconds: 1 } } } }),
      want: [],
    },
    { name: "a sidecar", template: withInit({ restartPolicy: "Always", livenessProbe: probe }), want: [] },
    {
      name: "a probe of an init container",
      template: withInit({ livenessProbe: probe }),
      want: ["spec.initContainers[0].livenessProbe Forbidden"],
    },
    {
      name: "a probe of an init container before",
      template: withInit({ livenessProbe: probe, restartPolicy: "Always" }),
      kubernetesVersion: "1.27",
      want: ["spec.initContainers[0].livenessProbe Invalid"],
    },
    {
      name: "more than the limit",
      template: withContainer({ resources: { limits: { cpu: "1" }, requests: { cpu: "1001m" } } }),
      want: [`${one}.resources.requests Invalid`],
    },
    {
      name: "as much as the limit",
      template: withContainer({ resources: { limits: { memory: "1Gi" }, requests: { memory: "1048576Ki" } } }),
      want: [],
    },
    {
      name: "a part of a device",
      template: withContainer({ resources: { limits: { "example.com/gpu": "0.5" } } }),
      want: [`${one}.resources.limits[example.com/gpu] Invalid`],
    },
    {
      name: "a volume that is not there",
      template: withContainer({ volumeMounts: [{ name: "a", mountPath: "/a" }] }),
      want: [`${one}.volumeMounts[0].name NotFound`],
    },
    {
      name: "two sources",
      template: withSpec({ volumes: [{ name: "a", emptyDir: {}, hostPath: { path: "/" } }] }),
      want: ["spec.volumes[0].hostPath Forbidden"],
    },
    { name: "seven search paths", template: withSpec({ dnsConfig: { searches: Array(7).fill("a") } }), want: [] },
    {
      name: "seven search paths before",
      template: withSpec({ dnsConfig: { searches: Array(7).fill("a") } }),
      kubernetesVersion: "1.25",
      want: ["spec.dnsConfig.searches Invalid"],
    },
    {
      name: "debugging",
      template: withSpec({ ephemeralContainers: [web] }),
      want: ["spec.ephemeralContainers Forbidden"],
    },
    {
      name: "a sysctl with a slash",
      template: withSpec({ securityContext: { sysctls: [{ name: "a/b" }] } }),
      want: [],
    },
  ])("$name $kubernetesVersion", ({ template, kubernetesVersion, want }) => {
    const faults = faultsOf(
      (report, object, version) => checkPodTemplate(report, object, field("t"), version),
      template,
      kubernetesVersion,
    );
    expect(faults).toEqual(want.map((line) => `t.${line}`));
  });

  test("in linear time, however many annotations and containers there are", () => {
    const count = 20_000;
    const names = Array.from({ length: count }, (_, index) => `c${index}`);
    const prefix = "container.apparmor.security.beta.kubernetes.io/";
    const annotations = Object.fromEntries(names.map((name) => [prefix + name, "unconfined"]));
    const before = process.cpuUsage().user;
    faultsOf((report, object, version) => checkPodTemplate(report, object, field("t"), version), {
      metadata: { annotations },
      spec: { containers: names.map((name) => ({ name, image: "a" })) },
    });
    expect(process.cpuUsage().user - before).toBeLessThan(5_000_000);
  });
});
