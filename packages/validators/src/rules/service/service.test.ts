import { describe, expect, test } from "vitest";
import { faultsOf } from "../testing/faults-of.ts";
import { checkService } from "./service.ts";

const one = { ports: [{ port: 80 }] };
const balancer = { type: "LoadBalancer", ...one };
const mode = "service.kubernetes.io/topology-mode";
const hints = "service.kubernetes.io/topology-aware-hints";
const ranges = "service.beta.kubernetes.io/load-balancer-source-ranges";

type Row = {
  readonly name: string;
  readonly spec?: Readonly<Record<string, unknown>>;
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly kubernetesVersion?: string;
  readonly want: readonly string[];
};

describe("checkService() judges as the API server does:", () => {
  test.each<Row>([
    { name: "one port", spec: one, want: [] },
    { name: "no ports", spec: {}, want: ["spec.ports Required"] },
    { name: "no ports of a headless Service", spec: { clusterIP: "None" }, want: [] },
    { name: "an unknown type", spec: { ...one, type: "x" }, want: ["spec.type NotSupported"] },
    { name: "a digit first", metadata: { name: "1a" }, spec: one, want: [] },
    {
      name: "a digit first before",
      metadata: { name: "1a" },
      spec: one,
      kubernetesVersion: "1.35",
      want: ["metadata.name Invalid"],
    },

    {
      name: "a bad port is reported twice",
      spec: { ports: [{ port: 0 }] },
      want: ["spec.ports[0].port Invalid", "spec.ports[0].targetPort Invalid"],
    },
    {
      name: "a target of digits",
      spec: { ports: [{ port: 80, targetPort: "80" }] },
      want: ["spec.ports[0].targetPort Invalid"],
    },
    { name: "an empty target", spec: { ports: [{ port: 80, targetPort: "" }] }, want: [] },
    {
      name: "a bad protocol",
      spec: { ports: [{ port: 80, protocol: "tcp" }] },
      want: ["spec.ports[0].protocol NotSupported"],
    },
    {
      name: "a bad application protocol",
      spec: { ports: [{ port: 80, appProtocol: "a b" }] },
      want: ["spec.ports[0].appProtocol Invalid"],
    },
    {
      name: "two ports without names",
      spec: { ports: [{ port: 80 }, { port: 81 }] },
      want: ["spec.ports[0].name Required", "spec.ports[1].name Required"],
    },
    {
      name: "the same port twice",
      spec: { ports: [{ name: "a", port: 80 }, { name: "a", port: 80 }] },
      want: ["spec.ports[1].name Duplicate", "spec.ports[1] Duplicate"],
    },
    {
      name: "the same port of two protocols",
      spec: { ports: [{ name: "a", port: 80 }, { name: "b", port: 80, protocol: "UDP" }] },
      want: [],
    },
    {
      name: "a node port",
      spec: { ports: [{ port: 80, nodePort: 30000 }] },
      want: ["spec.ports[0].nodePort Forbidden"],
    },
    {
      name: "the same node port twice",
      spec: {
        type: "NodePort",
        ports: [{ name: "a", port: 80, nodePort: 30000 }, { name: "b", port: 81, nodePort: 30000 }],
      },
      want: ["spec.ports[1].nodePort Duplicate"],
    },
    { name: "the kubelet's port", spec: { type: "LoadBalancer", ports: [{ port: 10250 }] }, want: [] },
    {
      name: "the kubelet's port before",
      spec: { type: "LoadBalancer", ports: [{ port: 10250 }] },
      kubernetesVersion: "1.32",
      want: ["spec.ports[0] Invalid"],
    },
    {
      name: "two protocols of a load balancer before",
      spec: { type: "LoadBalancer", ports: [{ name: "a", port: 1 }, { name: "b", port: 2, protocol: "UDP" }] },
      kubernetesVersion: "1.23",
      want: ["spec.ports Invalid"],
    },

    { name: "an external name", spec: { type: "ExternalName", externalName: "a.b." }, want: [] },
    { name: "no external name", spec: { type: "ExternalName" }, want: ["spec.externalName Required"] },
    {
      name: "an external name with an address",
      spec: { type: "ExternalName", externalName: "a", clusterIP: "10.0.0.1", ipFamilies: ["IPv4"] },
      want: ["spec.clusterIPs Forbidden", "spec.ipFamilies Forbidden"],
    },
    {
      name: "a headless node port",
      spec: { ...one, type: "NodePort", clusterIP: "None" },
      want: ["spec.clusterIPs[0] Invalid"],
    },
    { name: "a bad selector", spec: { ...one, selector: { "-": "" } }, want: ["spec.selector Invalid"] },
    {
      name: "an unknown affinity",
      spec: { ...one, sessionAffinity: "x" },
      want: ["spec.sessionAffinity NotSupported"],
    },
    {
      name: "an affinity that is too long",
      spec: { ...one, sessionAffinity: "ClientIP", sessionAffinityConfig: { clientIP: { timeoutSeconds: 86401 } } },
      want: ["spec.sessionAffinityConfig.clientIP.timeoutSeconds Invalid"],
    },

    { name: "an address", spec: { ...one, clusterIP: "10.0.0.1", clusterIPs: ["10.0.0.1", "fd00::1"] }, want: [] },
    { name: "no address", spec: { ...one, clusterIP: "x" }, want: ["spec.clusterIPs[0] Invalid"] },
    { name: "an address with zeros", spec: { ...one, clusterIP: "010.0.0.1" }, want: ["spec.clusterIPs[0] Invalid"] },
    {
      name: "an address with zeros before",
      spec: { ...one, clusterIP: "010.0.0.1" },
      kubernetesVersion: "1.35",
      want: [],
    },
    { name: "addresses alone", spec: { ...one, clusterIPs: ["10.0.0.1"] }, want: ["spec.clusterIPs Invalid"] },
    {
      name: "two addresses of a family",
      spec: { ...one, clusterIP: "10.0.0.1", clusterIPs: ["10.0.0.1", "10.0.0.2"] },
      want: ["spec.clusterIPs Invalid"],
    },
    {
      name: "two addresses before there were two families",
      spec: { ...one, clusterIP: "10.0.0.1", clusterIPs: ["10.0.0.1", "10.0.0.2"], ipFamilies: ["x"] },
      kubernetesVersion: "1.20",
      want: [],
    },
    {
      name: "families",
      spec: { ...one, ipFamilies: ["IPv4", "IPv4", "x"], ipFamilyPolicy: "x" },
      want: ["spec.ipFamilies[1] Duplicate", "spec.ipFamilies[2] NotSupported", "spec.ipFamilyPolicy NotSupported"],
    },
    {
      name: "an address of another family",
      spec: { ...one, clusterIP: "10.0.0.1", ipFamilies: ["IPv6"] },
      want: ["spec.clusterIPs[0] Invalid"],
    },
    {
      name: "one stack with two families",
      spec: { ...one, ipFamilies: ["IPv4", "IPv6"], ipFamilyPolicy: "SingleStack" },
      want: ["spec.ipFamilyPolicy Invalid"],
    },
    { name: "an external address", spec: { ...one, externalIPs: ["203.0.113.1"] }, want: [] },
    {
      name: "special external addresses",
      spec: { ...one, externalIPs: ["127.0.0.1", "169.254.0.1", "::", "ff02::1"] },
      want: [0, 1, 2, 3].map((index) => `spec.externalIPs[${index}] Invalid`),
    },

    { name: "ranges", spec: { ...balancer, loadBalancerSourceRanges: [" 10.0.0.0/8 "] }, want: [] },
    {
      name: "bad ranges",
      spec: { ...balancer, loadBalancerSourceRanges: ["x", "10.0.0.0/8", "y"] },
      want: ["spec.LoadBalancerSourceRanges[0] Invalid", "spec.LoadBalancerSourceRanges[2] Invalid"],
    },
    {
      name: "bad ranges before",
      spec: { ...balancer, loadBalancerSourceRanges: ["x", "y"] },
      kubernetesVersion: "1.32",
      want: ["spec.LoadBalancerSourceRanges Invalid"],
    },
    {
      name: "ranges of another type",
      spec: { ...one, loadBalancerSourceRanges: ["10.0.0.0/8"] },
      want: ["spec.LoadBalancerSourceRanges Forbidden"],
    },
    {
      name: "ranges in an annotation",
      metadata: { name: "a", annotations: { [ranges]: "10.0.0.0/8,x" } },
      spec: balancer,
      want: [`metadata.annotations[${ranges}] Invalid`],
    },
    { name: "a class", spec: { ...balancer, loadBalancerClass: "example.com/a" }, want: [] },
    {
      name: "a bad class",
      spec: { ...balancer, loadBalancerClass: "" },
      want: Array(2).fill("spec.loadBalancerClass Invalid"),
    },
    {
      name: "fields of a load balancer",
      spec: { ...one, loadBalancerClass: "a", allocateLoadBalancerNodePorts: false },
      want: ["spec.loadBalancerClass Forbidden", "spec.allocateLoadBalancerNodePorts Forbidden"],
    },
    {
      name: "fields of a load balancer before",
      spec: { ...one, loadBalancerClass: "a", allocateLoadBalancerNodePorts: false },
      kubernetesVersion: "1.21",
      want: [],
    },

    {
      name: "a traffic policy",
      spec: { ...balancer, externalTrafficPolicy: "Local", healthCheckNodePort: 30000 },
      want: [],
    },
    {
      name: "an unknown traffic policy",
      spec: { ...balancer, externalTrafficPolicy: "x" },
      want: ["spec.externalTrafficPolicy NotSupported"],
    },
    {
      name: "an unknown traffic policy before",
      spec: { ...balancer, externalTrafficPolicy: "x" },
      kubernetesVersion: "1.25",
      want: ["spec.externalTrafficPolicy Invalid"],
    },
    {
      name: "a traffic policy inside",
      spec: { ...one, externalTrafficPolicy: "Local" },
      want: ["spec.externalTrafficPolicy Invalid"],
    },
    {
      name: "a traffic policy for external addresses",
      spec: { ...one, externalTrafficPolicy: "Local", externalIPs: ["203.0.113.1"] },
      want: [],
    },
    {
      name: "a traffic policy for external addresses before",
      spec: { ...one, externalTrafficPolicy: "Local", externalIPs: ["203.0.113.1"] },
      kubernetesVersion: "1.25",
      want: ["spec.externalTrafficPolicy Invalid"],
    },
    {
      name: "a health check of nothing",
      spec: { ...one, healthCheckNodePort: 1 },
      want: ["spec.healthCheckNodePort Invalid"],
    },
    {
      name: "an internal policy",
      spec: { ...one, internalTrafficPolicy: "x" },
      want: ["spec.internalTrafficPolicy NotSupported"],
    },
    {
      name: "an internal policy before",
      spec: { ...one, internalTrafficPolicy: "x" },
      kubernetesVersion: "1.21",
      want: [],
    },
    { name: "a distribution", spec: { ...one, trafficDistribution: "PreferSameZone" }, want: [] },
    {
      name: "a distribution before",
      spec: { ...one, trafficDistribution: "PreferSameZone" },
      kubernetesVersion: "1.33",
      want: ["spec.trafficDistribution NotSupported"],
    },
    {
      name: "annotations for topology that differ",
      metadata: { name: "a", annotations: { [mode]: "Auto", [hints]: "auto" } },
      spec: one,
      want: [`metadata.annotations[${mode}] Invalid`],
    },
    {
      name: "annotations for topology that differ before",
      metadata: { name: "a", annotations: { [mode]: "Auto", [hints]: "auto" } },
      spec: one,
      kubernetesVersion: "1.26",
      want: [],
    },
  ])("$name $kubernetesVersion", ({ spec, metadata = { name: "a" }, kubernetesVersion, want }) => {
    expect(faultsOf(checkService, { metadata, spec }, kubernetesVersion)).toEqual(want);
  });
});
