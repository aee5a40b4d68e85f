import { validateService } from "@kubeschema/validators/v1";
import type { ParityKind } from "../compare-kind.ts";
import { create } from "../endpoint.ts";
import {
  addresses,
  fullMetadata,
  keys,
  metadataAdded,
  metadataPools,
  names,
  numbers,
  portNames,
  ranges,
} from "../pools.ts";

const rangesAnnotation = "service.beta.kubernetes.io/load-balancer-source-ranges";
const service = { apiVersion: "v1", kind: "Service", metadata: fullMetadata };
const twoPorts = [
  { name: "http", port: 80, targetPort: "http", protocol: "TCP", appProtocol: "example.com/http" },
  { name: "dns", port: 53, targetPort: 5353, protocol: "TCP" },
];

export const serviceKind: ParityKind = {
  name: "Service",
  endpoints: [create("/api/v1/namespaces/default/services")],
  validate: validateService,
  bases: [
    { ...service, spec: { selector: { app: "web" }, ports: [{ port: 80 }] } },
    { ...service, spec: { type: "ClusterIP", clusterIP: "None", ports: twoPorts, selector: { app: "web" } } },
    {
      ...service,
      spec: {
        type: "NodePort",
        ports: [{ name: "http", port: 80, nodePort: 30080 }, { name: "https", port: 443, nodePort: 30443 }],
        sessionAffinity: "ClientIP",
        sessionAffinityConfig: { clientIP: { timeoutSeconds: 10 } },
        externalTrafficPolicy: "Local",
        externalIPs: ["203.0.113.1", "2001:db8::1"],
      },
    },
    {
      ...service,
      spec: {
        type: "LoadBalancer",
        ports: [{ name: "http", port: 80, targetPort: 8080 }, { name: "https", port: 443 }],
        loadBalancerSourceRanges: ["10.0.0.0/8", " 192.168.0.0/16 "],
        externalTrafficPolicy: "Local",
        healthCheckNodePort: 30001,
        loadBalancerIP: "203.0.113.2",
      },
    },
    { ...service, spec: { type: "ExternalName", externalName: "db.example.com." } },
  ],
  pools: {
    ...metadataPools,
    annotations: [
      ...metadataPools.annotations ?? [],
      { [rangesAnnotation]: "" },
      { [rangesAnnotation]: "10.0.0.0/8, 192.168.0.0/16" },
      { [rangesAnnotation]: "10.0.0.0/8,a" },
    ],
    spec: [{}, null],
    type: ["ClusterIP", "NodePort", "LoadBalancer", "ExternalName", "", "clusterIP"],
    ports: [[], [null], [{}], [{ port: 80 }, { port: 80, protocol: "UDP" }]],
    port: [...numbers, "80"],
    targetPort: [...numbers, ...portNames],
    nodePort: [0, 30080, 30443, -1, "30080"],
    protocol: ["TCP", "UDP", "SCTP", "", "tcp"],
    name: [...names, "http", "https", "dns"],
    appProtocol: [...keys, "http"],
    selector: [{}, { app: "web" }, { "-": "-" }, { a: null }],
    sessionAffinity: ["None", "ClientIP", "", "clientIP"],
    sessionAffinityConfig: [{}, { clientIP: {} }, { clientIP: { timeoutSeconds: 0 } }],
    timeoutSeconds: [0, 1, -1, 86400, 86401, null],
    clusterIP: ["None", "", "none", ...addresses],
    clusterIPs: ["None", [], ["None"], ["10.0.0.1"], ["10.0.0.1", "fd00::1"], ["None", "10.0.0.1"], ...addresses],
    externalIPs: [[], ...addresses],
    externalName: [...names, "db.example.com", "a.", "a..", "."],
    externalTrafficPolicy: ["Cluster", "Local", "", "local"],
    healthCheckNodePort: [0, 30001, -1],
    loadBalancerSourceRanges: [[], [""], ...ranges],
    loadBalancerIP: addresses,
    status: [{}, { loadBalancer: { ingress: [{ ip: "x" }] } }],
    publishNotReadyAddresses: [true, false, null],
  },
  added: {
    "": ["status"],
    metadata: metadataAdded,
    spec: [
      "type",
      "clusterIP",
      "clusterIPs",
      "externalIPs",
      "externalName",
      "externalTrafficPolicy",
      "healthCheckNodePort",
      "loadBalancerSourceRanges",
      "loadBalancerIP",
      "sessionAffinity",
      "sessionAffinityConfig",
      "publishNotReadyAddresses",
    ],
    ports: ["nodePort", "targetPort", "protocol", "appProtocol", "name"],
  },
};
