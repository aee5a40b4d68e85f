import {
  type ClusterObject,
  findObject,
  type IngressObject,
  isIngress,
  nameOf,
  replaceObject,
  withAnnotations,
  withSpec,
  withStatus,
} from "./cluster-object.ts";
import { formatTime } from "./random-cluster.ts";
import { brokenRoutes, type Injected, type RandomFault, type Target } from "./random-fault.ts";

const hourMs = 3_600_000;

/** Faults of classes and of what the status shows. */
export const classAndAddressFaults: readonly RandomFault[] = [
  {
    rule: "class/missing",
    way: "an Ingress mistypes the class",
    inject: onIngress(hasClassField, ({ objects }, ingress) => {
      const ingressClassName = `${ingress.spec.ingressClassName}-v0`;
      const changed = withStatus(withSpec(ingress, { ingressClassName }), []);
      return { objects: replaceObject(objects, ingress, changed), object: `IngressClass ${ingressClassName}` };
    }),
  },
  {
    rule: "class/missing",
    way: "the class is deleted, and its controller with it",
    inject: ({ dice, objects }) => {
      const used = objects.filter(({ kind, metadata }) =>
        kind === "IngressClass" && objects.some((object) => isIngress(object) && classOf(object) === metadata.name)
      );
      // Another one stays, so that classes were observed.
      if (used.length < 2) return undefined;
      const gone = dice.pick(used);
      const changed = objects.filter((object) => object !== gone).map((object) =>
        isIngress(object) && classOf(object) === gone.metadata.name ? withStatus(object, []) : object
      );
      const broken = brokenRoutes(changed, ({ ingress }) => classOf(ingress) === gone.metadata.name);
      return broken.length === 0
        ? undefined
        : { objects: changed, object: `IngressClass ${gone.metadata.name}`, broken };
    },
  },
  {
    rule: "class/none",
    way: "an Ingress names no class",
    inject: onIngress(hasClassField, ({ objects }, ingress) => {
      const changed = withStatus(withSpec(ingress, { ingressClassName: undefined }), []);
      return { objects: replaceObject(objects, ingress, changed), object: `Ingress ${nameOf(ingress)}` };
    }),
  },
  {
    rule: "class/multiple-defaults",
    way: "a second class is the default",
    inject: ({ objects }) => {
      const classes = objects.filter(({ kind }) => kind === "IngressClass");
      if (classes.length < 2) return undefined;
      const annotations = { "ingressclass.kubernetes.io/is-default-class": "true" };
      const [first] = classes.map(({ metadata }) => metadata.name).sort();
      return {
        objects: objects.map((object) =>
          object.kind === "IngressClass" ? withAnnotations(object, annotations) : object
        ),
        object: `IngressClass ${first}`,
      };
    },
  },
  {
    rule: "class/annotation-conflict",
    way: "the annotation says something else",
    inject: onIngress(hasClassField, ({ objects }, ingress) => {
      const changed = withAnnotations(ingress, { "kubernetes.io/ingress.class": "elsewhere" });
      return {
        objects: replaceObject(objects, ingress, changed),
        object: `Ingress ${nameOf(ingress)}`,
        isWarning: true,
      };
    }),
  },
  {
    rule: "address/pending",
    way: "the controller passes an Ingress over",
    inject: onIngress(hasAddressedPeer, ({ objects }, ingress) => ({
      objects: replaceObject(objects, ingress, withoutStatusWriter(withStatus(ingress, []))),
      object: `Ingress ${nameOf(ingress)}`,
    })),
  },
  {
    rule: "address/pending",
    way: "the controller passes an Ingress over and says so in an event",
    inject: onIngress(hasAddressedPeer, ({ objects, atMs }, ingress) => ({
      objects: [
        ...replaceObject(objects, ingress, withoutStatusWriter(withStatus(ingress, []))),
        warning(ingress, atMs - 60_000),
      ],
      object: `Ingress ${nameOf(ingress)}`,
    })),
  },
  {
    rule: "address/empty-entry",
    way: "the entry of the status is empty",
    inject: onIngress((ingress) => entriesOf(ingress).length > 0, ({ objects }, ingress) => ({
      objects: replaceObject(objects, ingress, withStatus(ingress, [{}])),
      object: `Ingress ${nameOf(ingress)}`,
    })),
  },
  {
    rule: "address/port-error",
    way: "a port of the load balancer has an error",
    inject: onIngress((ingress) => entriesOf(ingress).length > 0, ({ objects }, ingress) => {
      const ports = [{ port: 443, protocol: "TCP", error: "CertificateRefused" }];
      const entries = entriesOf(ingress).map((entry) => ({ ...entry, ports }));
      return {
        objects: replaceObject(objects, ingress, withStatus(ingress, entries)),
        object: `Ingress ${nameOf(ingress)}`,
      };
    }),
  },
  {
    rule: "address/wrong-load-balancer",
    way: "the class was switched and the address stayed",
    inject: onIngress(
      (ingress, objects) => !isInGroup(ingress) && sharersOf(objects, ingress) >= 2,
      ({ dice, objects }, ingress) => {
        // A host that this leaves to a wildcard is another finding.
        if (objects.some((object) => isIngress(object) && object.metadata.name === "any-host")) return undefined;
        const others = objects.filter(isIngress).filter((other) =>
          controllerOf(objects, other) !== undefined && !isInGroup(other) &&
          controllerOf(objects, other) !== controllerOf(objects, ingress) && sharersOf(objects, other, isUnedited) >= 2
        );
        if (others.length === 0 || controllerOf(objects, ingress) === undefined) return undefined;
        const ingressClassName = classOf(dice.pick(others));
        const changed = withSpec(ingress, { ingressClassName });
        return { objects: replaceObject(objects, ingress, changed), object: `Ingress ${nameOf(ingress)}` };
      },
    ),
  },
  {
    rule: "address/stale",
    way: "the class moved to another address and one was left behind",
    inject: onIngress(
      // Those that had their address before it was written for the last time, and were written since, show the move.
      (ingress, objects) =>
        classOf(ingress) !== undefined && !isInGroup(ingress) && sharersOf(objects, ingress, isOlder) >= 2 &&
        ingress.metadata.managedFields !== undefined,
      ({ objects, atMs }, ingress) => {
        const moved = objects.map((object) =>
          isIngress(object) && object !== ingress && classOf(object) === classOf(ingress) &&
            entriesOf(object).length > 0
            ? withStatusWriter(withStatus(object, [{ ip: "198.51.100.99" }]), atMs - hourMs)
            : object
        );
        return { objects: moved, object: `Ingress ${nameOf(ingress)}`, isWarning: true };
      },
    ),
  },
  {
    rule: "event/warning",
    way: "a controller warns of what can be seen nowhere else",
    inject: onIngress((ingress) => entriesOf(ingress).length > 0, ({ objects, atMs }, ingress) => ({
      objects: [...objects, warning(ingress, atMs - 60_000)],
      object: `Ingress ${nameOf(ingress)}`,
      isWarning: true,
    })),
  },
  {
    rule: "class/parameters-missing",
    way: "a class names parameters that do not exist",
    inject: ({ dice, objects }) => {
      const found = dice.pick(objects.filter(({ kind }) => kind === "IngressClass"));
      const parameters = { apiGroup: "example.com", kind: "Settings", name: "gone" };
      const other = { apiVersion: "example.com/v1", kind: "Settings", metadata: { name: "other" } };
      return {
        objects: [...replaceObject(objects, found, withSpec(found, { parameters })), other],
        object: `IngressClass ${found.metadata.name}`,
      };
    },
  },
];

type Change = Omit<Injected, "broken"> & { readonly isWarning?: boolean };

/** Breaks an Ingress that fits, all of its routes unless it is a warning only. */
function onIngress(
  fits: (ingress: IngressObject, objects: readonly ClusterObject[]) => boolean,
  change: (target: Target, ingress: IngressObject) => Change | undefined,
): (target: Target) => Injected | undefined {
  return (target) => {
    const { dice, objects, atMs } = target;
    const candidates = objects.filter(isIngress).filter((ingress) =>
      isSettled(ingress, atMs) && fits(ingress, objects)
    );
    if (candidates.length === 0) return undefined;
    const ingress = dice.pick(candidates);
    const changed = change(target, ingress);
    if (changed === undefined) return undefined;
    const { isWarning = false, ...injected } = changed;
    if (isWarning) return injected;
    return {
      ...injected,
      broken: brokenRoutes(injected.objects, (route) => nameOf(route.ingress) === nameOf(ingress)),
    };
  };
}

/** Neither new nor being deleted. */
function isSettled({ metadata }: IngressObject, atMs: number): boolean {
  return metadata.deletionTimestamp === undefined && Date.parse(metadata.creationTimestamp ?? "") < atMs - hourMs;
}

function classOf({ spec, metadata }: IngressObject): string | undefined {
  return spec.ingressClassName ?? metadata.annotations?.["kubernetes.io/ingress.class"];
}

function hasClassField({ spec }: IngressObject): boolean {
  return spec.ingressClassName !== undefined;
}

function entriesOf({ status }: IngressObject): readonly object[] {
  return status.loadBalancer.ingress ?? [];
}

function hasAddressedPeer(ingress: IngressObject, objects: readonly ClusterObject[]): boolean {
  return classOf(ingress) !== undefined && entriesOf(ingress).length > 0 &&
    objects.some((other) =>
      isIngress(other) && other !== ingress && other.metadata.deletionTimestamp === undefined &&
      classOf(other) === classOf(ingress) && entriesOf(other).length > 0
    );
}

/** How many others of its class show what it shows. */
function sharersOf(
  objects: readonly ClusterObject[],
  ingress: IngressObject,
  fits: (other: IngressObject, ingress: IngressObject) => boolean = () => true,
): number {
  const shown = JSON.stringify(entriesOf(ingress));
  return shown === "[]"
    ? 0
    : objects.filter((other) =>
      isIngress(other) && other !== ingress && other.metadata.deletionTimestamp === undefined &&
      classOf(other) === classOf(ingress) && fits(other, ingress) &&
      JSON.stringify(entriesOf(other)) === shown
    ).length;
}

/** On a load balancer that its annotations chose, so that its address says nothing of the class. */
function isInGroup({ metadata }: IngressObject): boolean {
  return metadata.annotations?.["alb.ingress.kubernetes.io/group.name"] !== undefined;
}

/** Its status is not older than its spec, so its address is surely that of its class. */
function isUnedited({ metadata: { managedFields = [] } }: IngressObject): boolean {
  const times = managedFields.map((entry) => "time" in entry ? String(entry.time) : "").sort();
  const last = managedFields.find((entry) => "time" in entry && entry.time === times.at(-1));
  return last === undefined || "subresource" in last;
}

function isOlder(other: IngressObject, ingress: IngressObject): boolean {
  return (other.metadata.creationTimestamp ?? "") < (ingress.metadata.creationTimestamp ?? "");
}

function controllerOf(objects: readonly ClusterObject[], ingress: IngressObject): unknown {
  const found = findObject(objects, "IngressClass", ingress.spec.ingressClassName ?? "");
  return (found?.spec as { readonly controller?: string } | undefined)?.controller;
}

function withoutStatusWriter(ingress: IngressObject): IngressObject {
  const { managedFields } = ingress.metadata;
  if (managedFields === undefined) return ingress;
  const left = managedFields.filter((entry) => !("subresource" in entry));
  return { ...ingress, metadata: { ...ingress.metadata, managedFields: left } };
}

function withStatusWriter(ingress: IngressObject, timeMs: number): IngressObject {
  const managedFields = ingress.metadata.managedFields?.map((entry) =>
    "subresource" in entry ? { ...entry, time: formatTime(timeMs) } : entry
  );
  return managedFields === undefined ? ingress : { ...ingress, metadata: { ...ingress.metadata, managedFields } };
}

function warning({ metadata: { namespace, name, uid } }: IngressObject, timeMs: number): ClusterObject {
  return {
    apiVersion: "v1",
    kind: "Event",
    metadata: { namespace, name: `${name}.now` },
    type: "Warning",
    reason: "FailedBuildModel",
    message: "no subnet was found",
    involvedObject: { kind: "Ingress", namespace, name, uid },
    lastTimestamp: formatTime(timeMs),
  };
}
