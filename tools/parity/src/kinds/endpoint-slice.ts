import { validateEndpointSlice } from "@kubeschema/validators/discovery.k8s.io/v1";
import type { ParityKind } from "../compare-kind.ts";
import { create, type Endpoint } from "../endpoint.ts";
import type { JsonObject } from "../mutate.ts";
import { addresses, fullMetadata, keys, long, metadataAdded, metadataPools, names } from "../pools.ts";

const slice = { apiVersion: "discovery.k8s.io/v1", kind: "EndpointSlice", metadata: fullMetadata };
const domains = [
  "a.example.com",
  "a.b.",
  "a",
  "a..b",
  ".",
  "",
  "A.b",
  `${long(63)}.b`,
  `${long(64)}.b`,
  `a.${long(252)}`,
];

/** Servers before 1.21 do not have v1. */
const beta: Endpoint = {
  ...create("/apis/discovery.k8s.io/v1beta1/namespaces/default/endpointslices"),
  toServer: (object) => ({
    ...object,
    apiVersion: "discovery.k8s.io/v1beta1",
    endpoints: toBetaList(object.endpoints),
  }),
  fromServer: (line) => line.replace("].topology ", "].deprecatedTopology "),
};

export const endpointSlice: ParityKind = {
  name: "EndpointSlice",
  endpoints: [create("/apis/discovery.k8s.io/v1/namespaces/default/endpointslices"), beta],
  validate: validateEndpointSlice,
  bases: [
    {
      ...slice,
      addressType: "IPv4",
      endpoints: [
        {
          addresses: ["10.0.0.1", "10.0.0.2"],
          conditions: { ready: true, serving: true },
          hostname: "web-0",
          deprecatedTopology: { "kubernetes.io/hostname": "node-1" },
          targetRef: { kind: "Pod", name: "web-0", namespace: "default" },
          nodeName: "node-1",
        },
        { addresses: ["10.0.0.3"] },
      ],
      ports: [{ name: "http", port: 80, protocol: "TCP", appProtocol: "example.com/http" }, { port: 81 }],
    },
    { ...slice, addressType: "IPv6", endpoints: [{ addresses: ["fd00::1"] }], ports: [{ name: "", port: 1 }] },
    { ...slice, addressType: "FQDN", endpoints: [{ addresses: ["a.example.com"] }] },
  ],
  pools: {
    ...metadataPools,
    addressType: ["IPv4", "IPv6", "FQDN", "IP", "", "ipv4"],
    addresses: [...addresses, ...domains, [], Array(100).fill("10.0.0.1"), Array(101).fill("10.0.0.1")],
    endpoints: [
      [],
      [null],
      [{}],
      Array(1000).fill({ addresses: ["10.0.0.1"] }),
      Array(1001).fill({ addresses: ["10.0.0.1"] }),
    ],
    hostname: names,
    nodeName: names,
    deprecatedTopology: [
      ...keys.map((key) => ({ [key]: "v" })),
      { a: "b c" },
      {},
      Object.fromEntries(Array.from({ length: 17 }, (_, index) => [`k${index}`, "v"])),
    ],
    conditions: [{}, null, { ready: null }, { ready: "true" }],
    ports: [
      [],
      [null],
      [{}],
      Array.from({ length: 100 }, (_, index) => ({ name: `p${index}`, port: 1 })),
      Array.from({ length: 101 }, (_, index) => ({ name: `p${index}`, port: 1 })),
    ],
    name: names,
    port: [0, -1, 80, 70000, 1.5, "80"],
    protocol: ["TCP", "UDP", "SCTP", "", "tcp"],
    appProtocol: [...keys, "http"],
  },
  added: {
    metadata: metadataAdded,
    endpoints: ["hostname", "deprecatedTopology", "nodeName"],
    ports: ["protocol", "appProtocol"],
  },
};

function toBetaList(endpoints: unknown): unknown {
  return Array.isArray(endpoints) ? endpoints.map(toBeta) : endpoints;
}

function toBeta(endpoint: unknown): unknown {
  if (typeof endpoint !== "object" || endpoint === null || Array.isArray(endpoint)) return endpoint;
  // An object of JSON has string keys.
  const { deprecatedTopology: topology, ...rest } = endpoint as JsonObject;
  return topology === undefined ? rest : { ...rest, topology };
}
