/** A text that repeats one letter. */
export function long(count: number, letter = "a"): string {
  return letter.repeat(count);
}

/** Names of every form, right and wrong. */
export const names: readonly string[] = [
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
  long(250, "é"),
  "a.-b",
  "a.b-",
];

/** Keys of labels and annotations. */
export const keys: readonly string[] = [
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

/** Names of ports. */
export const portNames: readonly string[] = [
  "http",
  "80",
  "UP",
  "a--b-",
  "1234",
  "abcdefghijklmno",
  "abcdefghijklmnop",
  "-",
  "é",
  "--A--------------",
  "a1-",
  "",
];

/** Numbers, of ports and otherwise. */
export const numbers: readonly unknown[] = [
  0,
  1,
  -1,
  80,
  443,
  10250,
  65535,
  65536,
  2147483647,
  2147483648,
  1.5,
  1e300,
];

/** IP addresses, and what looks like one. Leading zeros are left out: they depend on the Go that built the server. */
export const addresses: readonly string[] = [
  "10.0.0.1",
  "10.0.0.256",
  "1.2.3",
  "::1",
  "::",
  "0.0.0.0",
  "127.0.0.1",
  "169.254.0.1",
  "224.0.0.1",
  "ff02::1",
  "fe80::1",
  "fe80::1%eth0",
  "2001:db8::8:800:200c:417a",
  "::ffff:1.2.3.4",
  "1::2::3",
  "12345::",
  "a",
  "",
  " 10.0.0.1",
];

/** Ranges of addresses. */
export const ranges: readonly string[] = [
  "10.0.0.0/8",
  "10.0.1.0/24",
  "10.1.2.3/16",
  "0.0.0.0/0",
  "::/0",
  "fd00::/8",
  "fd00:1::/32",
  "::ffff:10.0.0.0/104",
  "10.0.0.0/33",
  "10.0.0.0",
  "10.0.0.0/",
  "10.0.0.0/-1",
  "/8",
  "a",
  "",
  " 10.0.0.0/8",
  "10.0.0.0/8 ",
];

/** Selectors of labels. */
export const selectors: readonly unknown[] = [
  {},
  { matchLabels: {} },
  { matchLabels: { app: "web" } },
  { matchLabels: { app: "other" } },
  { matchLabels: { "-": "-" } },
  { matchLabels: { app: null } },
  { matchExpressions: [] },
  { matchExpressions: [null] },
  { matchExpressions: [{ key: "app", operator: "In", values: ["web"] }] },
  { matchExpressions: [{ key: "app", operator: "NotIn", values: ["web"] }] },
  { matchExpressions: [{ key: "app", operator: "In" }] },
  { matchExpressions: [{ key: "app", operator: "Exists" }] },
  { matchExpressions: [{ key: "app", operator: "DoesNotExist" }] },
  { matchExpressions: [{ key: "app", operator: "Exists", values: ["a"] }] },
  { matchExpressions: [{ key: "app", operator: "Equals", values: ["a"] }] },
  { matchExpressions: [{ key: "a/b/c", operator: "In", values: ["a"] }] },
  { matchExpressions: [{ key: "app", operator: "In", values: ["a b", ""] }] },
];

/** Values of metadata, for every kind. */
export const metadataPools: Readonly<Record<string, readonly unknown[]>> = {
  name: names,
  generateName: [...names, "a-", "A-", "a--", "ab_-", long(70), "a.-"].filter((name) => name !== "-"),
  labels: [
    ...keys.map((key) => ({ [key]: "v" })),
    ...[...names, ".", "_a", "a_"].map((value) => ({ k: value })),
    { k: null },
  ],
  annotations: [
    ...keys.map((key) => ({ [key]: "v" })),
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
  apiVersion: ["v1", "a/b", "", "a/b/c"],
  kind: ["", "K", ".", "a/b%c", "Event"],
};

/** Fields that are added to metadata, for every kind. */
export const metadataAdded: readonly string[] = [
  "generateName",
  "managedFields",
  "creationTimestamp",
  "generation",
  "labels",
  "annotations",
  "ownerReferences",
  "finalizers",
];

/** Metadata with every field set. */
export const fullMetadata: Readonly<Record<string, unknown>> = {
  name: "web",
  labels: { app: "web", "example.com/tier": "front" },
  annotations: { "example.com/note": "any text" },
  ownerReferences: [{ apiVersion: "apps/v1", kind: "Deployment", name: "web", uid: "1", controller: true }],
  finalizers: ["example.com/keep"],
};
