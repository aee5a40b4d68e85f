import type { Backend, IngressSpec, Path, Rule, TlsEntry } from "../objects/ingress-object.ts";
import { formatReference, type KubeObject } from "../objects/kube-object.ts";
import { tlsSecret } from "../objects/tls-secret.ts";
import type { Dice } from "../place/dice.ts";
import { words, type Zone, type ZoneCertificates, zoneOf, zones } from "./zones.ts";
import type { RandomClass } from "./random-classes.ts";
import { createService } from "./random-services.ts";

/** The surroundings of new Ingresses. */
export interface World {
  readonly dice: Dice;
  readonly certificates: ZoneCertificates;
  readonly sliceApiVersion: string;
  /**
   * Whether to add what a test cannot put on a server: Ingresses that are being deleted or were just created, and
   * events.
   */
  readonly hasPassing: boolean;
}

/** Options of an Ingress besides its spec. */
export interface Plan {
  readonly namespace: string;
  readonly name: string;
  readonly ofClass: RandomClass;
  readonly spec: IngressSpec;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
  /** Created a moment ago. */
  readonly isFresh?: boolean;
  readonly isBeingDeleted?: boolean;
}

const shapes = [
  "one",
  "two hosts",
  "shared",
  "split",
  "pattern",
  "default",
  "any host",
  "copy",
  "passing",
  "resource",
] as const;

/** A way of requesting routes. */
type Shape = (typeof shapes)[number];

/** Makes healthy Ingresses with everything that they need, in one way of requesting routes after another. */
export class IngressMaker {
  readonly plans: Plan[] = [];
  readonly objects: Map<string, KubeObject> = new Map();
  readonly #world: World;
  readonly #dice: Dice;
  readonly #hosts: string[];
  readonly #certificateOf: Readonly<Record<Zone, "good" | "listing" | "signed">>;
  readonly #withDefault = new Set<string>();
  readonly #wildcardZone: Zone;

  constructor(world: World) {
    const { dice } = world;
    this.#world = world;
    this.#dice = dice;
    this.#hosts = [...dice.shuffle(zones.flatMap((zone) => words.map((word) => `${word}.${zone}`)))];
    const pickKind = (): "good" | "listing" | "signed" => dice.pick(["good", "listing", "signed"]);
    this.#certificateOf = { "shop.example": pickKind(), "pay.example": pickKind(), "corp.example": pickKind() };
    this.#wildcardZone = dice.pick(zones);
  }

  /** Adds one or two Ingresses of some shape. */
  add(namespace: string, ofClass: RandomClass): void {
    const name = `app-${this.plans.length}`;
    const host = this.#hosts.pop();
    if (host === undefined) return;
    const shape = this.#dice.pick(shapes);
    this.#shapes[shape]({ namespace, name, ofClass, host });
  }

  /** Adds the wildcard of one domain, at most once. */
  addWildcard(namespace: string, ofClass: RandomClass): void {
    const host = `*.${this.#wildcardZone}`;
    this.#plan({ namespace, name: "any-host", ofClass, host }, { rules: [this.#rule(namespace, host, ["/"])] }, [host]);
  }

  readonly #shapes: Readonly<Record<Shape, (place: Place) => void>> = {
    one: (place) => this.#one(place),
    "two hosts": (place) => {
      const other = this.#hosts.pop() ?? `extra.${zoneOf(place.host)}`;
      const hosts = [place.host, other];
      this.#plan(place, { rules: hosts.map((host) => this.#rule(place.namespace, host)) }, hosts);
    },
    // One host in two Ingresses, in one namespace or two.
    shared: (place) => {
      this.#one(place);
      const namespace = this.#dice.chance(0.5) ? place.namespace : `${place.namespace}-too`;
      const rule = this.#rule(namespace, place.host, ["/second", "/third"]);
      this.#plan({ ...place, namespace, name: `${place.name}-too` }, { rules: [rule] }, [place.host]);
    },
    // One has the certificate, the other one the paths.
    split: (place) => {
      this.#plan(place, { rules: [this.#rule(place.namespace, place.host, ["/"])] }, [place.host]);
      const rule = this.#rule(place.namespace, place.host, ["/minion"]);
      this.#plan({ ...place, name: `${place.name}-minion` }, { rules: [rule] }, []);
    },
    pattern: (place) => {
      const backend = this.#backend(place.namespace);
      const pathType = "ImplementationSpecific";
      // A load balancer of a cloud knows "*"; the others are asked to take regular expressions.
      const isPlain = place.ofClass.balancer === "own";
      const paths = isPlain
        ? [{ path: "/*", pathType, backend }]
        : [{ path: "/v1/(.*)", pathType, backend }, this.#path(place.namespace, "/")];
      const annotations = isPlain ? {} : { "nginx.ingress.kubernetes.io/use-regex": "true" };
      this.#plan({ ...place, annotations }, { rules: [{ host: place.host, http: { paths } }] }, [place.host]);
    },
    default: (place) => {
      const defaultBackend = this.#backend(place.namespace);
      const isFirst = !this.#withDefault.has(place.ofClass.name);
      this.#withDefault.add(place.ofClass.name);
      // A second default backend of a class needs rules of its own.
      if (isFirst && this.#dice.chance(0.5)) this.#plan(place, { defaultBackend }, []);
      else this.#plan(place, { defaultBackend, rules: [{ host: place.host }] }, [place.host]);
    },
    "any host": (place) => {
      const path = this.#path(place.namespace, `/${place.name}`);
      this.#plan(place, { rules: [{ http: { paths: [path] } }] }, []);
    },
    // Repeats a route on purpose.
    copy: (place) => {
      const rules = [this.#rule(place.namespace, place.host, ["/"])];
      this.#plan(place, { rules }, [place.host]);
      const { ofClass } = place;
      if (ofClass.balancer === "own") {
        // The same host on a load balancer of its own, inside and outside.
        const isFresh = this.#world.hasPassing && this.#dice.chance(0.5);
        const rule = this.#rule(place.namespace, place.host, ["/"]);
        this.#plan({ ...place, name: `${place.name}-inside`, isFresh }, { rules: [rule] }, []);
        return;
      }
      if (this.#dice.chance(0.5)) {
        const annotations = { "nginx.ingress.kubernetes.io/canary": "true" };
        const rule = this.#rule(place.namespace, place.host, ["/"]);
        this.#plan({ ...place, name: `${place.name}-canary`, annotations }, { rules: [rule] }, [place.host]);
        return;
      }
      const labels = { "acme.cert-manager.io/http01-solver": "true" };
      const path = "/.well-known/acme-challenge/token";
      const solver = { path, pathType: "ImplementationSpecific", backend: this.#backend(place.namespace) };
      const solverRules = [{ host: place.host, http: { paths: [solver] } }];
      this.#plan({ ...place, name: `cm-acme-${place.name}`, labels }, { rules: solverRules }, []);
    },
    passing: (place) => {
      if (!this.#world.hasPassing) return this.#one(place);
      if (this.#dice.chance(0.5)) return this.#one({ ...place, isFresh: true });
      // Its Service and Secret are gone already; the controller has not removed its finalizer yet.
      const service = { name: `${place.name}-gone`, port: { number: 80 } };
      const rules = [{ host: place.host, http: { paths: [{ path: "/", pathType: "Prefix", backend: { service } }] } }];
      const tls = [{ hosts: [place.host], secretName: `${place.name}-gone` }];
      this.plans.push(planOf({ ...place, isBeingDeleted: true }, { rules, tls }));
    },
    resource: (place) => {
      const resource = { apiGroup: "storage.example", kind: "Bucket", name: "static" };
      const metadata = { namespace: place.namespace, name: "static" };
      this.#addObject({ apiVersion: "storage.example/v1", kind: "Bucket", metadata });
      const paths = [
        { path: "/", pathType: "Prefix", backend: { resource } },
        { ...this.#path(place.namespace, "/app"), pathType: "Exact" },
      ];
      this.#plan(place, { rules: [{ host: place.host, http: { paths } }] }, [place.host]);
    },
  };

  #one(place: Place): void {
    const paths = this.#dice.pick([["/"], ["/", "/api"], ["/", "/static", "/api/v1"]]);
    this.#plan(place, { rules: [this.#rule(place.namespace, place.host, paths)] }, [place.host]);
  }

  /** Adds an Ingress, with TLS for some hosts unless there are none. */
  #plan(place: Place, spec: IngressSpec, tlsHosts: readonly string[]): void {
    const tls = tlsHosts.length === 0 ? [] : this.#tlsFor(place.namespace, tlsHosts);
    this.plans.push(planOf(place, { ...spec, ...(tls.length === 0 ? {} : { tls }) }));
  }

  #tlsFor(namespace: string, hosts: readonly string[]): readonly TlsEntry[] {
    const kind = this.#dice.pick(["each", "each", "each", "wildcard", "any", "no secret", "none"] as const);
    if (kind === "none") return [];
    if (kind === "no secret") return [{ hosts }];
    const [first] = hosts;
    const isOneZone = new Set(hosts.map(zoneOf)).size === 1;
    if (kind === "any" && isOneZone && first !== undefined) {
      return [{ secretName: this.#secret(namespace, zoneOf(first)) }];
    }
    if (kind === "wildcard") {
      const ofZones = [...new Set(hosts.map(zoneOf))];
      return ofZones.map((zone) => ({ hosts: [`*.${zone}`], secretName: this.#secret(namespace, zone) }));
    }
    return hosts.map((host) => ({ hosts: [host], secretName: this.#secret(namespace, zoneOf(host)) }));
  }

  /** Makes the certificate of a domain: one copy in each namespace. */
  #secret(namespace: string, zone: Zone): string {
    const name = `${zone.replace(".", "-")}-tls`;
    const { pem, keyPem } = this.#world.certificates[zone][this.#certificateOf[zone]];
    this.#addObject(tlsSecret(name, pem, { namespace, keyPem }));
    return name;
  }

  #rule(namespace: string, host: string, paths: readonly string[] = ["/"]): Rule {
    return { host, http: { paths: paths.map((path) => this.#path(namespace, path)) } };
  }

  #path(namespace: string, path: string): Path {
    return { path, pathType: "Prefix", backend: this.#backend(namespace) };
  }

  #backend(namespace: string): Backend {
    const name = `svc-${this.#dice.count(0, 7)}-${this.objects.size}`;
    const { sliceApiVersion } = this.#world;
    const service = createService(this.#dice, { namespace, name, sliceApiVersion });
    for (const object of service.objects) this.#addObject(object);
    return { service: { name, port: this.#dice.pick(service.ports) } };
  }

  #addObject(object: KubeObject): void {
    this.objects.set(formatReference(object), object);
  }
}

interface Place extends Omit<Plan, "spec"> {
  readonly host: string;
}

function planOf({ host: _, ...place }: Place, spec: IngressSpec): Plan {
  return { ...place, spec };
}

/** Names a class in the way its controller requires. */
export function nameClass({ name, namedBy }: RandomClass): {
  readonly spec: Pick<IngressSpec, "ingressClassName">;
  readonly annotations: Readonly<Record<string, string>>;
} {
  return {
    spec: namedBy === "field" ? { ingressClassName: name } : {},
    annotations: namedBy === "annotation" ? { "kubernetes.io/ingress.class": name } : {},
  };
}
