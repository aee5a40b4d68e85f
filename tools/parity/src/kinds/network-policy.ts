import { validateNetworkPolicy } from "@kubeschema/validators/networking.k8s.io/v1";
import type { ParityKind } from "../compare-kind.ts";
import { create } from "../endpoint.ts";
import { fullMetadata, keys, metadataAdded, metadataPools, numbers, portNames, ranges, selectors } from "../pools.ts";

export const networkPolicy: ParityKind = {
  name: "NetworkPolicy",
  endpoints: [create("/apis/networking.k8s.io/v1/namespaces/default/networkpolicies")],
  validate: validateNetworkPolicy,
  bases: [{
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: fullMetadata,
    spec: {
      podSelector: {
        matchLabels: { app: "web" },
        matchExpressions: [{ key: "tier", operator: "In", values: ["front", "back"] }],
      },
      ingress: [{
        ports: [{ protocol: "TCP", port: 80 }, { port: "http" }],
        from: [
          { podSelector: { matchLabels: { a: "b" } }, namespaceSelector: {} },
          { ipBlock: { cidr: "10.0.0.0/8", except: ["10.1.0.0/16", "10.2.0.0/16"] } },
        ],
      }],
      egress: [{
        ports: [{ protocol: "UDP", port: 53 }],
        to: [{ namespaceSelector: {} }, { ipBlock: { cidr: "::/0" } }],
      }],
      policyTypes: ["Ingress", "Egress"],
    },
  }],
  pools: {
    ...metadataPools,
    podSelector: selectors,
    namespaceSelector: selectors,
    matchLabels: selectors.slice(0, 6),
    operator: ["In", "NotIn", "Exists", "DoesNotExist", "", "in"],
    values: [[], ["a"], [""], ["a b"], [null]],
    key: keys,
    ports: [[], [null], [{}], [{ port: 0, protocol: "" }]],
    port: [...numbers, ...portNames, "8080"],
    protocol: ["TCP", "UDP", "SCTP", "", "tcp", "ICMP"],
    from: [[], [null], [{}]],
    to: [[], [null], [{}]],
    ingress: [[], [null], [{}]],
    egress: [[], [null], [{}]],
    ipBlock: [{}, { cidr: "" }, { except: ["a"] }],
    cidr: ranges,
    except: [...ranges, []],
    policyTypes: ["Ingress", "Egress", "", "ingress", []],
    spec: [{}, null],
  },
  added: {
    metadata: metadataAdded,
    from: ["podSelector", "namespaceSelector", "ipBlock"],
    ports: ["port", "protocol"],
  },
};
