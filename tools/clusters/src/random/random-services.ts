import type { KubeObject } from "../objects/kube-object.ts";
import { service as serviceObject, slice } from "../objects/service.ts";
import type { Dice } from "../place/dice.ts";

/** A Service that Ingresses may name, with its slices. */
export interface RandomService {
  readonly name: string;
  /** The ways in which a backend may name its port; each is valid. */
  readonly ports: readonly { readonly name?: string; readonly number?: number }[];
  readonly objects: readonly KubeObject[];
}

interface Shape {
  readonly spec: object;
  readonly ports: RandomService["ports"];
  /** Ports of its slices, by name; none if it has no slices. */
  readonly slicePorts: readonly string[];
}

const http = { name: "http", port: 80, targetPort: "web", protocol: "TCP" };
const named = [{ name: "http" }, { number: 80 }];

const shapes: readonly ((name: string) => Shape)[] = [
  (app) => ({ spec: { selector: { app }, ports: [http] }, ports: named, slicePorts: ["http"] }),
  (app) => ({
    spec: { selector: { app }, ports: [{ port: 8080, targetPort: 3000, protocol: "TCP" }] },
    ports: [{ number: 8080 }],
    slicePorts: [""],
  }),
  (app) => ({
    spec: { selector: { app }, ports: [http, { name: "metrics", port: 9090 }, { name: "grpc", port: 9000 }] },
    ports: [...named, { name: "grpc" }, { number: 9000 }],
    slicePorts: ["http", "metrics", "grpc"],
  }),
  (app) => ({
    spec: { clusterIP: "None", selector: { app }, ports: [http] },
    ports: named,
    slicePorts: ["http"],
  }),
  () => ({
    spec: { ports: [{ port: 443, targetPort: 8443, protocol: "TCP" }] },
    ports: [{ number: 443 }],
    slicePorts: [""],
  }),
  (app) => ({
    spec: {
      selector: { app },
      ports: [{ name: "quic", port: 443, protocol: "UDP" }, { name: "https", port: 443, protocol: "TCP" }],
    },
    ports: [{ name: "https" }, { number: 443 }],
    slicePorts: ["https", "quic"],
  }),
  (app) => ({
    spec: { type: "ExternalName", externalName: `${app}.partner.example` },
    ports: [{ number: 80 }, { number: 443 }],
    slicePorts: [],
  }),
];

/** Makes a Service of any shape, each healthy. */
export function createService(
  dice: Dice,
  { namespace, name, sliceApiVersion }: {
    readonly namespace: string;
    readonly name: string;
    readonly sliceApiVersion: string;
  },
): RandomService {
  const { spec, ports, slicePorts } = dice.pick(shapes)(name);
  const service = serviceObject(name, spec, { namespace });
  const ofSlices = slicePorts.map((port, index) => ({
    name: port,
    port: 8080 + index,
    protocol: port === "quic" ? "UDP" : "TCP",
  }));
  const slices = slicePorts.length === 0 ? [] : dice.pick(sliceShapes).map((fields, index) => ({
    ...slice(name, { ports: ofSlices, ...fields }, { namespace, name: `${name}-${index}` }),
    apiVersion: sliceApiVersion,
  }));
  return { name, ports, objects: [service, ...slices] };
}

const ready = { ready: true };
const pod = (index: number, conditions: object, address = `10.1.0.${index}`): object => ({
  addresses: [address],
  conditions,
  targetRef: { kind: "Pod", name: `pod-${index}` },
});

/** The possible forms of a healthy Service's slices. */
const sliceShapes: readonly (readonly object[])[] = [
  [{ endpoints: [pod(1, ready), pod(2, ready)] }],
  [{ endpoints: [pod(1, ready)] }],
  // nil is true.
  [{ endpoints: [pod(1, {})] }],
  [{ endpoints: [pod(1, { ready: false }), pod(2, ready)] }],
  [{ endpoints: [pod(1, { ready: false, serving: true, terminating: true }), pod(2, ready)] }],
  // The same pods are in two slices while the controller moves them.
  [{ endpoints: [pod(1, ready), pod(2, ready)] }, { endpoints: [pod(2, ready), pod(3, { ready: false })] }],
  [{ endpoints: [pod(1, ready)] }, { addressType: "IPv6", endpoints: [pod(1, ready, "fd00::1")] }],
  [{ endpoints: [], ports: null }, { endpoints: [pod(4, ready)] }],
  [{ endpoints: [pod(1, { ready: false })] }, { endpoints: [pod(9, {})] }],
];
