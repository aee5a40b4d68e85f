import { validateConfigMap } from "@kubeschema/validators/v1";
import type { ParityKind } from "../compare-kind.ts";
import { create } from "../endpoint.ts";
import { fullMetadata, keys, long, metadataAdded, metadataPools } from "../pools.ts";

const dataKeys = ["a", ".", "..", "..a", "...", "a b", "a/b", "", "é", "a\n", "_", "A.b-c_d", long(253), long(254)];

export const configMap: ParityKind = {
  name: "ConfigMap",
  endpoints: [create("/api/v1/namespaces/default/configmaps")],
  validate: validateConfigMap,
  bases: [{
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: fullMetadata,
    immutable: true,
    data: { "a.txt": "text", b: "" },
    binaryData: { c: "AAAA" },
  }],
  pools: {
    ...metadataPools,
    data: [
      ...[...dataKeys, ...keys].map((key) => ({ [key]: "v" })),
      {},
      { c: "also binary" },
      { a: null },
      { a: long(1048572) },
      { a: long(1048576) },
      { a: long(1048577) },
      { a: long(524289, "é") },
    ],
    binaryData: [
      ...dataKeys.map((key) => ({ [key]: "AAAA" })),
      { b: "AA==" },
      { c: "A" },
      { c: "é" },
      { c: null },
      { c: "AA\nAA" },
      { c: [1, 2, 255] },
      { c: [256] },
      { c: "A".repeat(1398100) },
      { c: "A".repeat(1398104) },
    ],
    immutable: [true, false, null, "true"],
  },
  added: { metadata: metadataAdded },
};
