import { describe, expect, test } from "vitest";
import { faultsOf } from "../testing/faults-of.ts";
import { checkNetworkPolicy } from "./network-policy.ts";

const port = "spec.ingress[0].ports[0]";
const peer = "spec.egress[0].to[0]";
const withPort = (entry: unknown): unknown => ({ ingress: [{ ports: [entry] }] });
const withPeer = (entry: unknown): unknown => ({ egress: [{ to: [entry] }] });
const withBlock = (cidr: unknown, ...except: unknown[]): unknown => withPeer({ ipBlock: { cidr, except } });
const withRequirement = (entry: unknown): unknown => ({ podSelector: { matchExpressions: [entry] } });
const requirement = "spec.podSelector.matchExpressions[0]";

describe("checkNetworkPolicy() judges as the API server does:", () => {
  test.each<{ name: string; spec: unknown; kubernetesVersion?: string; want: readonly string[] }>([
    { name: "no spec", spec: undefined, want: [] },
    { name: "rules without anything", spec: { ingress: [{}], egress: [null] }, want: [] },
    { name: "two types", spec: { policyTypes: ["Egress", "Egress"] }, want: [] },
    { name: "an unknown type", spec: { policyTypes: ["ingress"] }, want: ["spec.policyTypes[0] NotSupported"] },
    { name: "three types", spec: { policyTypes: ["a", "b", "c"] }, want: ["spec.policyTypes Invalid"] },

    { name: "a port", spec: withPort({ port: 80, protocol: "SCTP" }), want: [] },
    { name: "a name", spec: withPort({ port: "http" }), want: [] },
    { name: "a number as a name", spec: withPort({ port: "80" }), want: [`${port}.port Invalid`] },
    { name: "port 0", spec: withPort({ port: 0 }), want: [`${port}.port Invalid`] },
    { name: "an empty protocol", spec: withPort({ protocol: "" }), want: [`${port}.protocol NotSupported`] },
    { name: "a range", spec: withPort({ port: 80, endPort: 90 }), want: [] },
    {
      name: "a range that ends before it begins",
      spec: withPort({ port: 80, endPort: 79 }),
      want: [`${port}.endPort Invalid`],
    },
    {
      name: "an end beyond every port",
      spec: withPort({ port: 80, endPort: 65536 }),
      want: [`${port}.endPort Invalid`],
    },
    { name: "an end without a port", spec: withPort({ endPort: 90 }), want: [`${port}.endPort Invalid`] },
    { name: "an end of a name", spec: withPort({ port: "http", endPort: 90 }), want: [`${port}.endPort Invalid`] },
    { name: "an end before there was one", spec: withPort({ endPort: 90 }), kubernetesVersion: "1.21", want: [] },

    { name: "a peer of nothing", spec: withPeer(null), want: [`${peer} Required`] },
    { name: "two selectors", spec: withPeer({ podSelector: {}, namespaceSelector: {} }), want: [] },
    {
      name: "a block and a selector",
      spec: withPeer({ podSelector: {}, ipBlock: { cidr: "10.0.0.0/8" } }),
      want: [`${peer} Forbidden`],
    },
    { name: "a block", spec: withBlock("10.0.0.0/8", "10.1.0.0/16"), want: [] },
    { name: "an IPv6 block", spec: withBlock("fd00::/8", "fd00:1::/32"), want: [] },
    { name: "no range", spec: withBlock(undefined), want: [`${peer}.ipBlock.cidr Required`] },
    { name: "an address", spec: withBlock("10.0.0.1", "x"), want: [`${peer}.ipBlock.cidr Invalid`] },
    {
      name: "an exception outside",
      spec: withBlock("10.0.0.0/8", "11.0.0.0/16"),
      want: [`${peer}.ipBlock.except[0] Invalid`],
    },
    {
      name: "an exception of everything",
      spec: withBlock("10.0.0.0/8", "10.0.0.0/8"),
      want: [`${peer}.ipBlock.except[0] Invalid`],
    },
    {
      name: "an exception of another family",
      spec: withBlock("0.0.0.0/0", "fd00::/8"),
      want: [`${peer}.ipBlock.except[0] Invalid`],
    },
    {
      name: "two bad exceptions",
      spec: withBlock("10.0.0.0/8", "x", "y"),
      want: [`${peer}.ipBlock.except[0] Invalid`, `${peer}.ipBlock.except[1] Invalid`],
    },
    {
      name: "two bad exceptions, of which the first ended the check",
      spec: withBlock("10.0.0.0/8", "x", "y"),
      kubernetesVersion: "1.30",
      want: [`${peer}.ipBlock.except[0] Invalid`],
    },
    { name: "host bits", spec: withBlock("10.1.2.3/8"), want: [`${peer}.ipBlock.cidr Invalid`] },
    { name: "host bits before", spec: withBlock("10.1.2.3/8"), kubernetesVersion: "1.35", want: [] },
    { name: "leading zeros", spec: withBlock("010.0.0.0/8"), want: [`${peer}.ipBlock.cidr Invalid`] },
    { name: "a zero in front of the length", spec: withBlock("10.0.0.0/08"), want: [`${peer}.ipBlock.cidr Invalid`] },
    { name: "leading zeros before", spec: withBlock("010.0.0.0/8"), kubernetesVersion: "1.35", want: [] },
    { name: "an IPv4 range as IPv6", spec: withBlock("::ffff:10.0.0.0/104"), want: [`${peer}.ipBlock.cidr Invalid`] },

    { name: "a selector", spec: withRequirement({ key: "a", operator: "In", values: ["b"] }), want: [] },
    {
      name: "no values",
      spec: withRequirement({ key: "a", operator: "NotIn" }),
      want: [`${requirement}.values Required`],
    },
    {
      name: "values for nothing",
      spec: withRequirement({ key: "a", operator: "Exists", values: ["b"] }),
      want: [`${requirement}.values Forbidden`],
    },
    {
      name: "an unknown operator",
      spec: withRequirement({ key: "a", operator: "in" }),
      want: [`${requirement}.operator Invalid`],
    },
    {
      name: "a bad key",
      spec: withRequirement({ key: "-", operator: "Exists" }),
      want: [`${requirement}.key Invalid`],
    },
    {
      name: "a bad value",
      spec: withRequirement({ key: "a", operator: "In", values: ["b c"] }),
      want: [`${requirement}.values[0] Invalid`],
    },
    {
      name: "a bad value before",
      spec: withRequirement({ key: "a", operator: "In", values: ["b c"] }),
      kubernetesVersion: "1.25",
      want: [],
    },
    {
      name: "a bad label",
      spec: { podSelector: { matchLabels: { "-": "" } } },
      want: ["spec.podSelector.matchLabels Invalid"],
    },
  ])("$name $kubernetesVersion", ({ spec, kubernetesVersion, want }) => {
    expect(faultsOf(checkNetworkPolicy, { metadata: { name: "a" }, spec }, kubernetesVersion)).toEqual(want);
  });
});
