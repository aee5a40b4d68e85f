import { validateSecret } from "@kubeschema/validators/v1";
import type { ParityKind } from "../compare-kind.ts";
import { create } from "../endpoint.ts";
import { fullMetadata, keys, long, metadataAdded, metadataPools } from "../pools.ts";

const dataKeys = ["a", ".", "..", "..a", "a b", "", "é", long(253), long(254)];
const base64 = (text: string): string => btoa(text);

const types = [
  "",
  "Opaque",
  "example.com/any",
  "kubernetes.io/service-account-token",
  "kubernetes.io/dockercfg",
  "kubernetes.io/dockerconfigjson",
  "kubernetes.io/basic-auth",
  "kubernetes.io/ssh-auth",
  "kubernetes.io/tls",
];
const texts = ["", "{}", "[]", "null", "{", "1", '{"a":1}', ' {"a": 1}\n', "text"];

const secretBase = { apiVersion: "v1", kind: "Secret", metadata: fullMetadata };

export const secret: ParityKind = {
  name: "Secret",
  endpoints: [create("/api/v1/namespaces/default/secrets")],
  validate: validateSecret,
  bases: [
    { ...secretBase, type: "kubernetes.io/tls", data: { "tls.crt": "AAAA", "tls.key": "" }, stringData: { a: "b" } },
    { ...secretBase, type: "kubernetes.io/dockercfg", data: { ".dockercfg": base64("{}") } },
    { ...secretBase, type: "kubernetes.io/dockerconfigjson", stringData: { ".dockerconfigjson": "{}" } },
    { ...secretBase, type: "kubernetes.io/basic-auth", data: { username: "AAAA" }, stringData: { password: "b" } },
    { ...secretBase, type: "kubernetes.io/ssh-auth", data: { "ssh-privatekey": "AAAA" } },
    { ...secretBase, type: "Opaque", immutable: true, data: { a: "AAAA" } },
  ],
  pools: {
    ...metadataPools,
    annotations: [
      ...metadataPools.annotations ?? [],
      { "kubernetes.io/service-account.name": "" },
      { "kubernetes.io/service-account.name": "a" },
    ],
    type: types,
    data: [
      ...[...dataKeys, ...keys].map((key) => ({ [key]: "AAAA" })),
      { a: "A" },
      { a: null },
      { a: "A".repeat(1398100) },
      { a: "A".repeat(1398104) },
    ],
    stringData: [
      ...dataKeys.map((key) => ({ [key]: "v" })),
      { "tls.crt": "", "ssh-privatekey": "" },
      { a: null },
      { a: long(1048576) },
      { a: long(1048577) },
    ],
    "tls.crt": ["", "AAAA", "A"],
    ".dockercfg": [...texts.map(base64), base64("\u00ff")],
    ".dockerconfigjson": texts,
    "ssh-privatekey": ["", "AAAA"],
    immutable: [true, false, null],
  },
  added: { "": ["stringData", "data", "immutable"], metadata: metadataAdded },
};
