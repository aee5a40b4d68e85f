/** Numbers from 0 up to 1, the same sequence for the same seed (mulberry32). */
export type Random = () => number;

/** Makes a sequence of numbers from a seed. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A valid Ingress changed in one to four places, each to something that a rule may or may not refuse. */
export function mutateIngress(random: Random): unknown {
  const ingress = structuredClone(validIngress);
  const count = 1 + Math.floor(random() * 4);
  for (let done = 0; done < count; done++) mutateOnce(ingress, random);
  return ingress;
}

type Tree = Record<string, unknown> | unknown[];

const service = (name: string, port: Record<string, unknown>): Record<string, unknown> => ({ service: { name, port } });

/** Holds every field that a rule looks at, so that a mutation has a place to go. */
const validIngress = {
  apiVersion: "networking.k8s.io/v1",
  kind: "Ingress",
  metadata: {
    name: "web",
    labels: { app: "web", "example.com/tier": "front" },
    annotations: { "example.com/note": "any text" } as Record<string, unknown>,
    ownerReferences: [{ apiVersion: "apps/v1", kind: "Deployment", name: "web", uid: "1", controller: true }],
    finalizers: ["example.com/keep"],
  },
  spec: {
    ingressClassName: "public",
    defaultBackend: { resource: { apiGroup: "example.com", kind: "Bucket", name: "static" } },
    tls: [{ hosts: ["a.example.com", "*.example.com"], secretName: "web-tls" }],
    rules: [
      {
        host: "a.example.com",
        http: {
          paths: [
            { path: "/", pathType: "Prefix", backend: service("web", { number: 80 }) },
            { path: "/exact", pathType: "Exact", backend: service("api", { name: "http" }) },
          ],
        },
      },
      {
        host: "*.example.com",
        http: { paths: [{ pathType: "ImplementationSpecific", backend: service("x", { number: 1 }) }] },
      },
    ],
  },
};

const long = (count: number, letter = "a"): string => letter.repeat(count);
const names = [
  "ok",
  "0k",
  "Bad",
  "a_b",
  "a.b",
  "a..b",
  "-a",
  "a-",
  ".",
  "..",
  "a/b",
  "a%b",
  "",
  "é",
  "a b",
  "a\n",
  long(63),
  long(64),
  long(253),
  long(254),
  `${long(250, "é")}`,
  "a.-b",
  "a.b-",
];
const keys = [
  "k",
  "K",
  "a/b",
  "A.B/c",
  "/",
  "a/",
  "/a",
  "a/b/c",
  "_a",
  "a_",
  "a.b",
  "é",
  "\u212a",
  "\u0130",
  "",
  long(64),
  `${long(254)}/x`,
];
const hosts = [
  ...names,
  "1.2.3.4",
  "1.2.3",
  "256.1.1.1",
  "::1",
  "1::2::3",
  "fe80::1",
  "::ffff:1.2.3.4",
  "1:2:3:4:5:6:7:8",
  "12345::",
  "*",
  "*.",
  "*.a",
  "*.*.a",
  "a.*",
  "*a.b",
  "*.a_b",
  `*.${long(251)}`,
  `*.${long(252)}`,
  "*.1.2.3.4",
  "a.b:80",
];
const paths = [
  "/",
  "/a",
  "a",
  "",
  "//",
  "/a//b",
  "/./",
  "/../",
  "/a/..",
  "/a/.",
  "/..",
  "/.",
  "/%2f",
  "/%2F/%2f",
  "/a b",
  "/é",
  "/?q#f",
  "/\n",
  "/...",
  "/.a",
  "./",
  "/a/../b/./c//",
  long(3000, "/a"),
];

/** What to put in a field, by its name. */
const pools: Readonly<Record<string, readonly unknown[]>> = {
  name: names,
  generateName: [...names, "a-", "A-", "a--", "ab_-", long(70), "a.-"],
  host: hosts,
  hosts: [[], [null], ["a", null], ...hosts.map((host) => [host])],
  path: paths,
  pathType: ["Exact", "Prefix", "ImplementationSpecific", "", "exact", "Regex"],
  number: [0, 1, -1, 80, 65535, 65536, 2147483647, 2147483648, 1.5, 1e300],
  port: [
    {},
    { name: "" },
    { number: 0 },
    { name: "http", number: 80 },
    { name: "UP", number: 0 },
    { name: "a--b-" },
    { name: "", number: 70000 },
    { name: "1234" },
    { name: "abcdefghijklmnop" },
    { name: "-" },
    { name: "é" },
    { name: "--A--------------" },
    { name: "a1-" },
  ],
  backend: [
    {},
    { service: null },
    { resource: null },
    { service: {}, resource: {} },
    { service: {} },
    { resource: {} },
    { resource: { apiGroup: "", kind: "", name: "" } },
    { resource: { apiGroup: "A", kind: "a/%b", name: ".." } },
  ],
  service: [{}, { name: "a" }, { name: "0a", port: { number: 1 } }, { port: { number: 1 } }, {
    name: null,
    port: null,
  }],
  resource: [{}, { kind: "K", name: "n" }, { apiGroup: null, kind: "%", name: "/" }],
  apiGroup: ["", "core", "A", "a.b", long(254)],
  kind: ["", "K", ".", "a/b%c", "Event"],
  ingressClassName: names,
  secretName: names,
  rules: [
    [],
    [null],
    [{}],
    [{ http: null }],
    [{ http: {} }],
    [{ http: { paths: [] } }],
    [{ http: { paths: [null] } }],
    [{ host: "" }],
  ],
  paths: [[], [{}], [null]],
  http: [{}, { paths: null }],
  tls: [[], [{}], [null], [{ secretName: "" }]],
  spec: [{}, { rules: [{}] }, { defaultBackend: {} }],
  labels: [...keys.map((key) => ({ [key]: "v" })), ...[...names, ".", "_a", "a_"].map((value) => ({ k: value })), {
    k: null,
  }],
  annotations: [
    ...keys.map((key) => ({ [key]: "v" })),
    { "kubernetes.io/ingress.class": "public" },
    { "kubernetes.io/ingress.class": "other" },
    { "kubernetes.io/ingress.class": null },
    { a: long(262143) },
    { a: long(262144) },
    { a: long(131072, "é") },
  ],
  ownerReferences: [
    [],
    [null],
    [{}],
    [{ apiVersion: "v1", kind: "Event", name: "e", uid: "1" }],
    [{ apiVersion: "a/b/c", kind: "K", name: "n", uid: "u" }],
    [{ apiVersion: "/", kind: "K", name: "n", uid: "u" }],
    [{ apiVersion: "g/", kind: "K", name: "n", uid: "u" }],
    [1, 2, 3].map((uid) => ({ apiVersion: "v1", kind: "K", name: "n", uid: `${uid}`, controller: true })),
  ],
  finalizers: [
    [],
    [null],
    ["orphan"],
    ["orphan", "foregroundDeletion"],
    ["kubernetes", "x"],
    ["a/b", "A/b", "a/b/c"],
    ["Bad_"],
    [""],
    ["/"],
  ],
  managedFields: [
    [],
    [{}],
    [{ operation: "Other" }],
    [{ operation: "Update", fieldsType: "X", fieldsV1: {} }],
    [{ fieldsV1: 5 }],
    [{ time: "x" }],
    [{
      manager: "m",
      operation: "Update",
      apiVersion: "networking.k8s.io/v1",
      fieldsType: "FieldsV1",
      fieldsV1: { "f:metadata": {} },
    }],
  ],
  creationTimestamp: [
    "2024-01-01T00:00:00Z",
    "2024-01-01",
    "",
    "2024-02-30T00:00:00Z",
    "2024-01-01t00:00:00z",
    "2024-01-01T1:00:00Z",
    "2024-01-01T00:00:00.123Z",
    "2024-01-01T00:00:00,5Z",
    "2024-01-01T00:00:00+01:00",
    "2024-01-01T00:00:60Z",
    "2024-01-01T24:00:00Z",
  ],
  generation: [0, -1, 5, 1.5, 9007199254740991],
  controller: [true, false, null],
};

const wrongTypes: readonly unknown[] = [null, 1, 1.5, "text", "", true, [], {}, [[]], [{}], { a: 1 }];
const added: Readonly<Record<string, readonly string[]>> = {
  "": ["status"],
  metadata: ["generateName", "managedFields", "creationTimestamp", "generation"],
};

function mutateOnce(ingress: Record<string, unknown>, random: Random): void {
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)];
  if (random() < 0.12) {
    const parent = pick(Object.keys(added)) ?? "";
    const target = parent === "" ? ingress : ingress[parent];
    const name = pick(added[parent] ?? []);
    if (typeof target === "object" && target !== null && !Array.isArray(target) && name !== undefined) {
      if (name === "generateName" && random() < 0.7) Reflect.deleteProperty(target, "name");
      Reflect.set(
        target,
        name,
        pick(pools[name] ?? [{}, { loadBalancer: { ingress: [{ ip: "x" }] } }, { loadBalancer: 1 }]),
      );
    }
    return;
  }
  const place = pick(placesIn(ingress));
  if (place === undefined) return;
  const { parent, name } = place;
  const choice = random();
  const pool = pools[name];
  if (choice < 0.1) {
    if (Array.isArray(parent)) parent.splice(Number(name), 1);
    else delete parent[name];
  } else if (choice < 0.75 && pool !== undefined) Reflect.set(parent, name, structuredClone(pick(pool)));
  else if (choice < 0.85) Reflect.set(parent, name, null);
  else if (choice < 0.92 && !Array.isArray(parent)) parent[`${name}X`] = pick(wrongTypes);
  else Reflect.set(parent, name, structuredClone(pick(wrongTypes)));
}

/** Every field and item that may change; `apiVersion` and `kind` of the object itself may not. */
function placesIn(ingress: Record<string, unknown>): readonly { readonly parent: Tree; readonly name: string }[] {
  const places: { parent: Tree; name: string }[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [name, inner] of Object.entries(value)) {
      if (value !== ingress || (name !== "apiVersion" && name !== "kind")) places.push({ parent: value as Tree, name });
      visit(inner);
    }
  };
  visit(ingress);
  return places;
}
