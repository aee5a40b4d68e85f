import { ingressClass } from "../objects/ingress.ts";
import type { KubeObject } from "../objects/kube-object.ts";
import type { Dice } from "../place/dice.ts";

/** A class of Ingresses, and how its controller behaves. */
export interface RandomClass {
  readonly name: string;
  /** The way Ingresses name it; `nothing` if the controller serves those that do not name a class. */
  readonly namedBy: "field" | "annotation" | "nothing";
  /** The name of its IngressClass; absent if there is none. */
  readonly controller?: string;
  /** One load balancer for all, one for each Ingress, or nothing is ever published. */
  readonly balancer: "shared" | "own" | "silent";
  /** The addresses of a shared load balancer. */
  readonly entries: readonly object[];
}

const kinds: readonly (readonly RandomClass[])[] = [
  [
    shared("nginx", "k8s.io/ingress-nginx", { ip: "203.0.113.10" }),
    shared("nginx-internal", "k8s.io/ingress-nginx", { ip: "10.0.0.10" }),
  ],
  [shared("traefik", "traefik.io/ingress-controller", { hostname: "traefik.lb.example" })],
  [shared("haproxy", "haproxy-ingress.github.io/controller", { ip: "203.0.113.30" }, { ip: "203.0.113.31" })],
  [{ name: "alb", namedBy: "field", controller: "ingress.k8s.aws/alb", balancer: "own", entries: [] }],
  [
    { name: "gce", namedBy: "annotation", balancer: "own", entries: [] },
    { name: "gce-internal", namedBy: "annotation", balancer: "own", entries: [] },
  ],
  [{ name: "quiet", namedBy: "field", controller: "example.com/quiet", balancer: "silent", entries: [] }],
  [{ name: "legacy", namedBy: "annotation", balancer: "shared", entries: [{ ip: "203.0.113.50" }] }],
  [{
    name: "",
    namedBy: "nothing",
    balancer: "shared",
    entries: [{ ip: "203.0.113.60", ports: [{ port: 80, protocol: "TCP" }] }],
  }],
];

function shared(name: string, controller: string, ...entries: readonly object[]): RandomClass {
  return { name, namedBy: "field", controller, balancer: "shared", entries };
}

/** Chooses some kinds of controllers. */
export function chooseClasses(dice: Dice): readonly RandomClass[] {
  const [first, ...others] = kinds;
  // At least one has an object, so that IngressClasses count as observed.
  return [...first ?? [], ...dice.shuffle(others).slice(0, dice.count(1, 5)).flat()];
}

/** Makes the IngressClass of a class, if it has one. */
export function ingressClassesOf({ name, controller }: RandomClass): readonly KubeObject[] {
  if (controller === undefined) return [];
  return [ingressClass(name, {}, { controller })];
}
