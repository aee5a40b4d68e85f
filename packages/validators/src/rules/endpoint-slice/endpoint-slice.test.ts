import { describe, expect, test } from "vitest";
import { faultsOf } from "../testing/faults-of.ts";
import { checkEndpointSlice } from "./endpoint-slice.ts";

const endpoint = (fields: Record<string, unknown>): Record<string, unknown> => ({
  addressType: "IPv4",
  endpoints: [{ addresses: ["10.0.0.1"], ...fields }],
});
const addressed = (addressType: string, ...addresses: readonly string[]): Record<string, unknown> => ({
  addressType,
  endpoints: [{ addresses }],
});
const ports = (...list: readonly unknown[]): Record<string, unknown> => ({ addressType: "IPv4", ports: list });
const many = (count: number): readonly unknown[] =>
  Array.from({ length: count }, (_, index) => ({ name: `z${index}` }));
const address = "endpoints[0].addresses[0]";

describe("checkEndpointSlice() judges as the API server does:", () => {
  test.each<{ name: string; fields: Record<string, unknown>; kubernetesVersion?: string; want: readonly string[] }>([
    { name: "a slice", fields: endpoint({}), want: [] },
    { name: "no type", fields: {}, want: ["addressType Required"] },
    { name: "an unknown type", fields: addressed("IP", "x"), want: ["addressType NotSupported"] },
    { name: "no address", fields: addressed("IPv4"), want: ["endpoints[0].addresses Required"] },
    {
      name: "too many addresses",
      fields: addressed("IPv4", ...Array(101).fill("10.0.0.1")),
      want: ["endpoints[0].addresses TooMany"],
    },
    { name: "an IPv6 address", fields: addressed("IPv4", "fd00::1"), want: [`${address} Invalid`] },
    { name: "an IPv4 address written as IPv6", fields: addressed("IPv4", "::ffff:10.0.0.1"), want: [] },
    { name: "an IPv4 address as IPv6", fields: addressed("IPv6", "::ffff:10.0.0.1"), want: [`${address} Invalid`] },
    { name: "a loopback address", fields: addressed("IPv4", "127.0.0.1"), want: [`${address} Invalid`] },
    { name: "a loopback address before", fields: addressed("IPv4", "127.0.0.1"), kubernetesVersion: "1.20", want: [] },
    { name: "a domain", fields: addressed("FQDN", "a.b."), want: [] },
    { name: "a short domain", fields: addressed("FQDN", "a"), want: [`${address} Invalid`] },
    { name: "an empty domain", fields: addressed("FQDN", ""), want: [`${address} Required`] },
    { name: "a bad host name", fields: endpoint({ hostname: "a.b" }), want: ["endpoints[0].hostname Invalid"] },
    { name: "a bad node", fields: endpoint({ nodeName: "A" }), want: ["endpoints[0].nodeName Invalid"] },
    { name: "a bad node before", fields: endpoint({ nodeName: "A" }), kubernetesVersion: "1.20", want: [] },
    {
      name: "too many labels",
      fields: endpoint({ deprecatedTopology: Object.fromEntries(many(17).map((_, index) => [`k${index}`, ""])) }),
      want: ["endpoints[0].deprecatedTopology TooMany"],
    },
    {
      name: "a zone among the labels",
      fields: endpoint({ deprecatedTopology: { "topology.kubernetes.io/zone": "a" } }),
      want: ["endpoints[0].deprecatedTopology[topology.kubernetes.io/zone] Invalid"],
    },
    {
      name: "bad hints",
      fields: endpoint({ hints: { forZones: [{ name: "a" }, { name: "a" }, { name: "b c" }] } }),
      want: ["endpoints[0].hints.forZones[1].name Duplicate", "endpoints[0].hints.forZones[2].name Invalid"],
    },
    {
      name: "too many hints",
      fields: endpoint({ hints: { forZones: many(9) } }),
      want: ["endpoints[0].hints.forZones TooMany"],
    },
    {
      name: "too many hints before",
      fields: endpoint({ hints: { forZones: many(9) } }),
      kubernetesVersion: "1.22",
      want: [],
    },
    {
      name: "nodes as hints",
      fields: endpoint({ hints: { forNodes: many(9) } }),
      want: ["endpoints[0].hints.forNodes TooMany"],
    },
    {
      name: "nodes as hints before",
      fields: endpoint({ hints: { forNodes: many(9) } }),
      kubernetesVersion: "1.33",
      want: [],
    },

    { name: "a port without a name", fields: ports({ port: 80 }), want: [] },
    { name: "two of them", fields: ports({}, { name: "" }), want: ["ports[1].name Duplicate"] },
    { name: "a bad name", fields: ports({ name: "A" }), want: ["ports[0].name Invalid"] },
    { name: "an empty protocol", fields: ports({ protocol: "" }), want: ["ports[0].protocol NotSupported"] },
    {
      name: "a bad application protocol",
      fields: ports({ appProtocol: "a b" }),
      want: ["ports[0].appProtocol Invalid"],
    },
    { name: "many ports", fields: ports(...many(101)), want: [] },
    { name: "many ports before", fields: ports(...many(101)), kubernetesVersion: "1.20", want: ["ports TooMany"] },
    {
      name: "too many endpoints",
      fields: { addressType: "IPv4", endpoints: Array(1001).fill(null) },
      want: ["endpoints TooMany"],
    },
  ])("$name $kubernetesVersion", ({ fields, kubernetesVersion, want }) => {
    expect(faultsOf(checkEndpointSlice, { metadata: { name: "a" }, ...fields }, kubernetesVersion)).toEqual(want);
  });
});
