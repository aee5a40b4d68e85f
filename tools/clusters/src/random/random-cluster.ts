import type { IngressObject } from "../objects/ingress-object.ts";
import { defaultClass } from "../objects/ingress.ts";
import { type KubeObject, withAnnotations } from "../objects/kube-object.ts";
import { warningEvent } from "../objects/warning-event.ts";
import { writer } from "../objects/writer.ts";
import { createDice, type Dice } from "../place/dice.ts";
import { formatTime } from "../place/format-time.ts";
import type { Place } from "../place/place.ts";
import { chooseClasses, ingressClassesOf } from "./random-classes.ts";
import { IngressMaker, nameClass, type Plan } from "./random-ingresses.ts";
import { isZone, type ZoneCertificates, zones } from "./zones.ts";

/** Settings of {@linkcode createRandomCluster}. */
export interface RandomClusterOptions {
  readonly certificates: ZoneCertificates;
  /** The time at which it is healthy. */
  readonly atMs: number;
  /** Given if it is put on a server: then it contains only what a test can put there. */
  readonly sliceApiVersion?: string;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Makes a cluster in which every Ingress is served; the same seed makes the same one. */
export function createRandomCluster(seed: number, options: RandomClusterOptions): readonly KubeObject[] {
  const dice = createDice(seed);
  const hasPassing = options.sliceApiVersion === undefined;
  const { certificates, sliceApiVersion = dice.pick(["discovery.k8s.io/v1", "discovery.k8s.io/v1beta1"]) } = options;
  const classes = chooseClasses(dice);
  const namespaces = ["web", "shop", "pay", "ops"].slice(0, dice.count(2, 4));
  const maker = new IngressMaker({ dice, certificates, sliceApiVersion, hasPassing });
  // So that what a class has in common becomes visible.
  for (const ofClass of classes) {
    for (let count = dice.count(2, 4); count > 0; count--) maker.add(dice.pick(namespaces), ofClass);
  }
  if (dice.chance(0.3)) maker.addWildcard(dice.pick(namespaces), dice.pick(classes));
  const showsWriters = hasPassing && dice.chance(0.6);
  const isGrouped = dice.chance(0.4);
  const ingresses = maker.plans.map((plan) => toIngress(plan, { dice, atMs: options.atMs, showsWriters, isGrouped }));
  const classObjects = classes.flatMap(ingressClassesOf);
  const [first, ...others] = classObjects;
  // A server would give it to Ingresses that do not name a class.
  const marked = first !== undefined && hasPassing && dice.chance(0.3)
    ? [withAnnotations(first, defaultClass), ...others]
    : classObjects;
  const objects = [...marked, ...maker.objects.values(), ...ingresses];
  return hasPassing ? [...objects, ...oldEvents(dice, ingresses, options.atMs)] : objects;
}

interface Making {
  readonly dice: Dice;
  readonly atMs: number;
  readonly showsWriters: boolean;
  readonly isGrouped: boolean;
}

function toIngress(plan: Plan, { dice, atMs, showsWriters, isGrouped }: Making): IngressObject {
  const { namespace, name, ofClass, isFresh = false } = plan;
  const createdMs = atMs - (isFresh ? 30_000 : dice.count(2, 200) * dayMs);
  const named = nameClass(ofClass);
  // Internal Ingresses stay on a load balancer of their own.
  const isInGroup = isGrouped && ofClass.name === "alb" && !name.endsWith("-inside");
  const group = isInGroup ? { "alb.ingress.kubernetes.io/group.name": "team" } : undefined;
  const annotations = { ...plan.annotations, ...named.annotations, ...group };
  const isServed = !isFresh && ofClass.balancer !== "silent";
  const own = group === undefined ? `${namespace}-${name}` : "group";
  const entries = ofClass.balancer === "own" ? [{ hostname: `${own}.${ofClass.name}.lb.example` }] : ofClass.entries;
  const shown = isServed ? entries : [];
  const writers = { createdMs, isServed, isEdited: dice.chance(0.3), atMs };
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "Ingress",
    metadata: {
      namespace,
      name,
      uid: `uid-${namespace}-${name}`,
      creationTimestamp: formatTime(createdMs),
      ...(plan.isBeingDeleted === true
        ? { deletionTimestamp: formatTime(atMs - minuteMs), finalizers: ["ingress.example/resources"] }
        : {}),
      ...(plan.labels === undefined ? {} : { labels: plan.labels }),
      ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
      ...(showsWriters ? { managedFields: writersOf(writers) } : {}),
    },
    spec: { ...named.spec, ...plan.spec },
    status: { loadBalancer: shown.length === 0 ? {} : { ingress: shown } },
  };
}

function writersOf(
  { createdMs, isServed, isEdited, atMs }: {
    readonly createdMs: number;
    readonly isServed: boolean;
    readonly isEdited: boolean;
    readonly atMs: number;
  },
): readonly object[] {
  // An edit that changes no address leaves the status older than the spec.
  const specMs = isEdited ? (createdMs + atMs) / 2 : createdMs;
  const spec = writer("helm", formatTime(specMs), ["class", "spec"]);
  const status = writer("controller", formatTime(createdMs + 40_000), ["status"]);
  return isServed ? [spec, status] : [spec];
}

/** Adds warnings that are over, or that are about another object of the same name. */
function oldEvents(dice: Dice, ingresses: readonly IngressObject[], atMs: number): readonly KubeObject[] {
  return ingresses.filter(() => dice.chance(0.15)).map((ingress): KubeObject => {
    const { namespace, name, uid } = ingress.metadata;
    const isOther = dice.chance(0.5);
    return warningEvent(name, {
      namespace,
      reason: "Failed",
      message: "it is over",
      uid: isOther ? "another" : uid ?? "",
      lastSeenAt: formatTime(atMs - (isOther ? 1 : 120) * minuteMs),
    });
  });
}

/** Makes the place for faults in a random cluster: any of its Ingresses and classes. */
export function randomPlace(
  objects: readonly KubeObject[],
  { dice, certificates, atMs }: {
    readonly dice: Dice;
    readonly certificates: ZoneCertificates;
    readonly atMs: number;
  },
): Place {
  return {
    objects,
    dice,
    atMs,
    isOpen: () => true,
    zones: dice.shuffle(zones),
    certificatesOf: (zone) => {
      if (!isZone(zone)) throw new RangeError(`Cannot find certificates for "${zone}"`);
      return certificates[zone];
    },
    guestNamespace: "team-z",
  };
}
