import { createRandom } from "@kubeschema-tools/clusters";

/** Any JSON object; the mutations insert what manifests contain, right or wrong. */
export type Json = Record<string, unknown>;

/** One Ingress as it was made, the later changes of others, and the manifest that it is compared with. */
export interface DriftCase {
  readonly name: string;
  readonly created: "apply" | "create" | "server-side";
  readonly initial: Json;
  /** JSON merge patches by another manager, in the words of networking.k8s.io/v1. */
  readonly liveEdits: readonly Json[];
  readonly manifest: Json;
  /** Names of the mutations, to read a failure by. */
  readonly story: string;
}

/** Makes a case; the same seed makes the same one. */
export function createDriftCase(seed: number, namespace: string): DriftCase {
  const random = createRandom(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const name = `drift-${seed}`;
  const initialV1 = createIngress(name, namespace, pick);
  const story: string[] = [];
  const manifestV1 = structuredClone(initialV1);
  // Every third manifest is what was applied.
  const mutationCount = seed % 3 === 0 ? 0 : 1 + Math.floor(random() * 3);
  for (let index = 0; index < mutationCount; index++) {
    const [mutation, change] = pick(Object.entries(manifestMutations));
    story.push(mutation);
    change({ object: manifestV1, metadata: manifestV1.metadata as Json, spec: manifestV1.spec as Json, pick });
  }
  const liveEdits: Json[] = [];
  for (let index = 0; index < Math.floor(random() * 3); index++) {
    const [edit, patch] = pick(Object.entries(liveEditPatches));
    story.push(`live: ${edit}`);
    liveEdits.push(patch);
  }
  const created = pick(["apply", "apply", "apply", "create", "server-side"] as const);
  const initialVersion = pick(versions);
  const manifestVersion = random() < 0.5 ? initialVersion : pick(versions);
  story.push(`${created} as ${initialVersion}, manifest ${manifestVersion}`);
  return {
    name,
    created,
    initial: toVersion(initialV1, initialVersion, false),
    liveEdits,
    manifest: toVersion(manifestV1, manifestVersion, random() < 0.5),
    story: story.join("; "),
  };
}

const versions = ["networking.k8s.io/v1", "networking.k8s.io/v1", "networking.k8s.io/v1beta1", "extensions/v1beta1"];

type Pick = <T>(items: readonly T[]) => T;

function createIngress(name: string, namespace: string, pick: Pick): Json {
  const hosts = pick([["a.example"], ["a.example", "b.example"], ["a.example", "b.example", "*.c.example"], [""]]);
  const hasTls = pick([true, false]);
  const labels = pick([undefined, { app: "web" }, { app: "web", team: "shop" }]);
  const annotations = pick([undefined, { "example.com/size": "1m" }, {
    "example.com/size": "1m",
    "example.com/b": "",
  }]);
  const className = pick([undefined, undefined, "nginx"]);
  const defaultBackend = pick([undefined, undefined, backend("fallback", 80), backend("fallback", "http")]);
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "Ingress",
    metadata: { name, namespace, ...(labels && { labels }), ...(annotations && { annotations }) },
    spec: {
      ...(className && { ingressClassName: className }),
      ...(defaultBackend && { defaultBackend }),
      ...(hasTls && hosts[0] !== "" && { tls: [{ hosts, secretName: "web-tls" }, { hosts: ["x.example"] }] }),
      rules: hosts.map((host) => rule(host, pick)),
    },
  };
}

function rule(host: string, pick: Pick): Json {
  const paths = pick([["/"], ["/", "/api"], ["/api", "/static", "/"]]);
  return {
    ...(host !== "" && { host }),
    http: {
      paths: paths.map((path) => ({
        path,
        pathType: pick(["Prefix", "Exact", "ImplementationSpecific"]),
        backend: backend(pick(["web", "api"]), pick([80, 8080, "http"])),
      })),
    },
  };
}

function backend(name: string, port: number | string): Json {
  return { service: { name, port: typeof port === "number" ? { number: port } : { name: port } } };
}

interface Subject {
  readonly object: Json;
  readonly metadata: Json;
  readonly spec: Json;
  readonly pick: Pick;
}

function rulesOf(spec: Json): Json[] {
  return Array.isArray(spec.rules) ? spec.rules : [];
}

function pathsOf(rule: Json | undefined): Json[] {
  const http = rule?.http as { readonly paths?: Json[] } | null | undefined;
  return http?.paths ?? [];
}

function mapAt(parent: Json, key: string): Json {
  const value = parent[key];
  if (typeof value === "object" && value !== null) return value as Json;
  const made: Json = {};
  parent[key] = made;
  return made;
}

const manifestMutations: Readonly<Record<string, (subject: Subject) => void>> = {
  "another host": ({ spec, pick }) =>
    Object.assign(pick(rulesOf(spec)) ?? {}, { host: pick(["z.example", "*.z.example"]) }),
  "host null": ({ spec }) => Object.assign(rulesOf(spec)[0] ?? {}, { host: null }),
  "host empty": ({ spec }) => Object.assign(rulesOf(spec)[0] ?? {}, { host: "" }),
  "a wrong host": ({ spec }) => Object.assign(rulesOf(spec)[0] ?? {}, { host: "UPPER.example" }),
  "another path": ({ spec }) => Object.assign(pathsOf(rulesOf(spec)[0])[0] ?? {}, { path: "/other" }),
  "another path type": ({ spec }) => Object.assign(pathsOf(rulesOf(spec)[0])[0] ?? {}, { pathType: "Exact" }),
  "another port": ({ spec }) => Object.assign(pathsOf(rulesOf(spec)[0])[0] ?? {}, { backend: backend("web", 9090) }),
  "a port name": ({ spec }) => Object.assign(pathsOf(rulesOf(spec)[0])[0] ?? {}, { backend: backend("web", "grpc") }),
  "another service": ({ spec }) => Object.assign(pathsOf(rulesOf(spec)[0])[0] ?? {}, { backend: backend("cart", 80) }),
  "a resource": ({ spec }) => {
    const resource = { apiGroup: "example.com", kind: "Bucket", name: "files" };
    Object.assign(pathsOf(rulesOf(spec)[0])[0] ?? {}, { backend: { resource } });
  },
  "one more rule": ({ spec, pick }) => rulesOf(spec).push(rule("new.example", pick)),
  "one rule less": ({ spec }) => rulesOf(spec).pop(),
  "one more path": ({ spec }) =>
    pathsOf(rulesOf(spec)[0]).unshift({ path: "/new", pathType: "Prefix", backend: backend("new", 80) }),
  "rules in another order": ({ spec }) => rulesOf(spec).reverse(),
  "paths in another order": ({ spec }) => pathsOf(rulesOf(spec)[0]).reverse(),
  "a rule without paths": ({ spec }) => rulesOf(spec).push({ host: "bare.example" }),
  "http null": ({ spec }) => rulesOf(spec).push({ host: "bare.example", http: null }),
  "rules empty": ({ spec }) => Object.assign(spec, { rules: [] }),
  "rules null": ({ spec }) => Object.assign(spec, { rules: null }),
  "no rules": ({ spec }) => delete spec.rules,
  "tls gone": ({ spec }) => delete spec.tls,
  "tls null": ({ spec }) => Object.assign(spec, { tls: null }),
  "tls empty": ({ spec }) => Object.assign(spec, { tls: [] }),
  "another secret": ({ spec }) => Object.assign(spec, { tls: [{ hosts: ["a.example"], secretName: "other-tls" }] }),
  "tls hosts in another order": ({ spec }) => {
    const [entry] = Array.isArray(spec.tls) ? spec.tls as Json[] : [];
    if (Array.isArray(entry?.hosts)) entry.hosts.reverse();
  },
  "tls entry with empty fields": ({ spec }) => Object.assign(spec, { tls: [{ hosts: [], secretName: "" }] }),
  "another class": ({ spec }) => Object.assign(spec, { ingressClassName: "traefik" }),
  "no class": ({ spec }) => delete spec.ingressClassName,
  "class null": ({ spec }) => Object.assign(spec, { ingressClassName: null }),
  "class empty": ({ spec }) => Object.assign(spec, { ingressClassName: "" }),
  "default backend by number": ({ spec }) => Object.assign(spec, { defaultBackend: backend("fallback", 8080) }),
  "default backend by name": ({ spec }) => Object.assign(spec, { defaultBackend: backend("other", "web") }),
  "default backend is a resource": ({ spec }) =>
    Object.assign(spec, { defaultBackend: { resource: { apiGroup: "example.com", kind: "Bucket", name: "files" } } }),
  "no default backend": ({ spec }) => delete spec.defaultBackend,
  "default backend null": ({ spec }) => Object.assign(spec, { defaultBackend: null }),
  "one more label": ({ metadata }) => Object.assign(mapAt(metadata, "labels"), { tier: "front" }),
  "another label": ({ metadata }) => Object.assign(mapAt(metadata, "labels"), { app: "changed" }),
  "no labels": ({ metadata }) => delete metadata.labels,
  "labels null": ({ metadata }) => Object.assign(metadata, { labels: null }),
  "labels empty": ({ metadata }) => Object.assign(metadata, { labels: {} }),
  "one more annotation": ({ metadata }) => Object.assign(mapAt(metadata, "annotations"), { "example.com/new": "1" }),
  "another annotation": ({ metadata }) => Object.assign(mapAt(metadata, "annotations"), { "example.com/size": "8m" }),
  "an annotation empty": ({ metadata }) => Object.assign(mapAt(metadata, "annotations"), { "example.com/size": "" }),
  "no annotations": ({ metadata }) => delete metadata.annotations,
  "annotations null": ({ metadata }) => Object.assign(metadata, { annotations: null }),
  "annotations empty": ({ metadata }) => Object.assign(metadata, { annotations: {} }),
  "class annotation": ({ metadata }) =>
    Object.assign(mapAt(metadata, "annotations"), { "kubernetes.io/ingress.class": "nginx" }),
  "a finalizer": ({ metadata }) => Object.assign(metadata, { finalizers: ["example.com/hold"] }),
  "finalizers empty": ({ metadata }) => Object.assign(metadata, { finalizers: [] }),
  "an owner": ({ metadata }) =>
    Object.assign(metadata, {
      ownerReferences: [{
        apiVersion: "apps/v1",
        kind: "Deployment",
        name: "web",
        uid: "0b0c9d3e-0000-4000-8000-000000000001",
      }],
    }),
  "a status": ({ object }) => Object.assign(object, { status: { loadBalancer: { ingress: [{ ip: "192.0.2.9" }] } } }),
  "what a dry run prints": ({ object, metadata }) => {
    Object.assign(metadata, { creationTimestamp: null });
    Object.assign(object, { status: { loadBalancer: {} } });
  },
  "a generation": ({ metadata }) => Object.assign(metadata, { generation: 99, managedFields: [] }),
};

const liveEditPatches: Readonly<Record<string, Json>> = {
  "a label": { metadata: { labels: { edited: "yes" } } },
  "another label": { metadata: { labels: { app: "edited" } } },
  "an annotation": { metadata: { annotations: { "cert-manager.io/cluster-issuer": "letsencrypt" } } },
  "another annotation": { metadata: { annotations: { "example.com/size": "2m" } } },
  "a missing annotation": { metadata: { annotations: { "example.com/size": null } } },
  "no last-applied annotation": {
    metadata: { annotations: { "kubectl.kubernetes.io/last-applied-configuration": null } },
  },
  "another class": { spec: { ingressClassName: "edited" } },
  "no class": { spec: { ingressClassName: null } },
  "other rules": {
    spec: {
      rules: [{
        host: "edited.example",
        http: { paths: [{ path: "/", pathType: "Prefix", backend: backend("web", 80) }] },
      }],
    },
  },
  "no tls": { spec: { tls: null } },
  "other tls": { spec: { tls: [{ hosts: ["edited.example"], secretName: "edited-tls" }] } },
  "another default backend": {
    spec: { defaultBackend: { service: { name: "edited", port: { number: 81, name: null } } } },
  },
  "a finalizer": { metadata: { finalizers: ["example.com/edited"] } },
};

/** Writes a v1 manifest in another version; `isTerse` leaves out what the old versions default. */
function toVersion(object: Json, apiVersion: string, isTerse: boolean): Json {
  const copy: Json = structuredClone({ ...object, apiVersion });
  if (apiVersion === "networking.k8s.io/v1") return copy;
  const spec = copy.spec as Json;
  if ("defaultBackend" in spec) {
    spec.backend = spec.defaultBackend === null ? null : toOldBackend(spec.defaultBackend as Json);
    delete spec.defaultBackend;
  }
  for (const path of rulesOf(spec).flatMap(pathsOf)) {
    path.backend = toOldBackend(path.backend as Json);
    if (isTerse && path.pathType === "ImplementationSpecific") delete path.pathType;
  }
  return copy;
}

function toOldBackend({ service, ...rest }: Json): Json {
  if (service === undefined) return rest;
  const { name, port } = service as {
    readonly name: string;
    readonly port: { readonly name?: string; readonly number?: number };
  };
  return { ...rest, serviceName: name, servicePort: port.name ?? port.number };
}
