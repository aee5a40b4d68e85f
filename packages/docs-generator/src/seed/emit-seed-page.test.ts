import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import process from "node:process";
import type { SchemaModel } from "@kubeschema/model";
import { beforeAll, describe, expect, test } from "vitest";
import { buildPage } from "../page/build-page.ts";
import { findKind } from "../page/find-kind.ts";
import { exampleModel } from "../testing/example-model.ts";
import { openShippedSchemas } from "../testing/shipped-schemas.ts";
import { emitSeedPage } from "./emit-seed-page.ts";
import { findSeedAlias } from "./seed-alias.ts";
import { computeSeedPositions, type SourcePositions } from "./seed-positions.ts";

/** SHA-256 of the page that the format was taken from. */
const seedSha256 = "99867cfc7655727346ecaa6ac7f532db64386491d5fd1df5c607b4cf542b3713";
/** A copy of that page, for a readable difference if the hash does not match. */
const seedPage = process.env.KUBESCHEMA_SEED_PAGE;

const original = {
  packageName: "@promptly/k8s",
  source: {
    file: "types/gen/ingress.ts",
    url: "https://github.com/rzane/k8s/blob/67fb0bc/src/types/gen/ingress.ts",
    positions: { apiVersion: 124, kind: 41, metadata: 128, spec: 45, status: 15 },
  },
};

// Line numbers that the original's pages show, all made from v1.12. Those of the last three were found by running
// json-schema-to-typescript 6.1.1 over schemas in dict order, in which openapi2jsonschema had put a union without text
// in the place of Quantity; with its text they would be 33 lines per Quantity further down, and so would that of the
// claim.
const wantedPositions: readonly { kind: string; apiVersion: string; want: SourcePositions }[] = [
  { kind: "Ingress", apiVersion: "extensions/v1beta1", want: original.source.positions },
  { kind: "Secret", apiVersion: "v1", want: { apiVersion: 25, data: 19 } },
  {
    kind: "PersistentVolumeClaim",
    apiVersion: "v1",
    want: { apiVersion: 151, kind: 59, metadata: 155, spec: 63, status: 15 },
  },
  { kind: "HorizontalPodAutoscaler", apiVersion: "autoscaling/v1", want: { apiVersion: 81, kind: 41 } },
  { kind: "Pod", apiVersion: "v1", want: { apiVersion: 3120, kind: 403 } },
  { kind: "Service", apiVersion: "v1", want: { apiVersion: 139, kind: 41, metadata: 143, spec: 45, status: 15 } },
  {
    kind: "CronJob",
    apiVersion: "batch/v1beta1",
    want: { apiVersion: 3326, kind: 59, metadata: 3330, spec: 63, status: 15 },
  },
  {
    kind: "ReplicaSet",
    apiVersion: "apps/v1beta2",
    want: { apiVersion: 3058, kind: 67, metadata: 3062, spec: 71, status: 15 },
  },
  {
    kind: "StatefulSet",
    apiVersion: "apps/v1beta1",
    want: { apiVersion: 3471, kind: 82, metadata: 3475, spec: 86, status: 18 },
  },
];

/**
 * SHA-256 of pages that the original's tools (json-schema-to-typescript 6.1, TypeDoc 0.14, typedoc-plugin-markdown 1.1)
 * wrote from v1.12, with the line numbers taken out, for which see wantedPositions.
 */
const originals: readonly { kind: string; apiVersion: string; want: string }[] = [
  { kind: "ConfigMap", apiVersion: "v1", want: "135a72c3ff972edd2f8cbc0220193e525707c781bc2aa6940f86efaeb52879fe" },
  { kind: "Service", apiVersion: "v1", want: "b93a4433b90357633d5bc7786295add514287f91f8518496d6b27954f24f4c06" },
  { kind: "Secret", apiVersion: "v1", want: "15578ee4e6d7cb872255ac3f7205e7fa73502730097c08c15cc74883b0ec9bbf" },
  {
    kind: "HorizontalPodAutoscaler",
    apiVersion: "autoscaling/v1",
    want: "1d4d8ed458503fc9d22fa24aa5b71c4fdf0c911ca3565dd96632364ba1afb748",
  },
  {
    kind: "CronJob",
    apiVersion: "batch/v1beta1",
    want: "8fab906499fed936607776fe1171e0b0cafc906bdb52374246dff4718bbed4c5",
  },
  {
    kind: "ReplicaSet",
    apiVersion: "apps/v1",
    want: "4ac313f101406a779e79dfd5dd4c117054ad59ded27eed5588708e8a9c8741fc",
  },
  {
    kind: "StatefulSet",
    apiVersion: "apps/v1",
    want: "0f8aa9ce2d09e81c3fc1969b0012fb885d5c215126f5a9e361c3dd3bbae9f272",
  },
  {
    kind: "PersistentVolumeClaim",
    apiVersion: "v1",
    want: "08943eb26b4ab14f38b40a49ab325e9cd32643156b9e84cffca626ca37e77b98",
  },
];

const shipped = await openShippedSchemas();

describe.each(["v1.12", "v1.13"])("from the schema of %s", (version) => {
  let model: SchemaModel;
  // A build that could not reach a source of this version does not have it.
  const isThere = shipped.versions.includes(version);
  beforeAll(async () => {
    if (isThere) model = await shipped.read(version);
  });

  test.runIf(isThere)("emitSeedPage() writes the seed page byte for byte", () => {
    const text = emitSeedPage(buildPage(model, findKind(model, "Ingress", "extensions/v1beta1")), original);
    if (seedPage !== undefined) expect(text).toBe(readFileSync(seedPage, "utf8"));
    expect(createHash("sha256").update(text).digest("hex")).toBe(seedSha256);
  });

  test.runIf(isThere)("emitSeedPage() writes every kind in the seed's form", () => {
    for (const kind of model.kinds) {
      const text = emitSeedPage(buildPage(model, kind), { packageName: "p" });
      expect(text, kind.definition).toMatch(
        /^\[p\]\(\.\.\/README\.md\) > \[\w+\]\(\.\.\/interfaces\/[a-z0-9]+\.md\)\n\n# Interface: /,
      );
      expect(text, kind.definition).toMatch(/___\n\n$/);
      expect(text, kind.definition).not.toMatch(/\n{3}/);
    }
  });

  test.runIf(isThere)("emitSeedPage() reads a kind through its deprecated name where the seed did", () => {
    const text = emitSeedPage(buildPage(model, findKind(model, "ConfigMap", "v1")), original);
    expect(text).toContain("# Interface: Configmap\n\nDeprecated. Please use io.k8s.api.core.v1.ConfigMap instead.\n");
    expect(text).toContain("**● kind**: *`undefined` \\| `string`*");
  });
});

describe("emitSeedPage()", () => {
  test.runIf(shipped.versions.includes("v1.12")).each(originals)(
    "writes $kind as the original's tools did",
    async ({ kind, apiVersion, want }) => {
      const model = await shipped.read("v1.12");
      const page = buildPage(model, findKind(model, kind, apiVersion));
      const positions = computeSeedPositions(model, findSeedAlias(page)?.definition ?? page.definition);
      const source = { file: `${kind.toLowerCase()}.ts`, positions };
      const text = emitSeedPage(page, { packageName: original.packageName, source });
      const lines = text.match(/\.ts:\d+\*/g);
      expect(lines).toHaveLength(page.fields.length);
      expect(createHash("sha256").update(text.replace(/\.ts:\d+\*/g, ".ts*")).digest("hex")).toBe(want);
    },
  );
});

describe("computeSeedPositions()", () => {
  test.runIf(shipped.versions.includes("v1.12")).each(wantedPositions)(
    "finds the lines of $kind in the original's sources",
    async ({ kind, apiVersion, want }) => {
      const model = await shipped.read("v1.12");
      const page = buildPage(model, findKind(model, kind, apiVersion));
      expect(computeSeedPositions(model, findSeedAlias(page)?.definition ?? page.definition)).toMatchObject(want);
    },
  );

  test("refuses a definition that the model does not have", () => {
    expect(() => computeSeedPositions(exampleModel(), "x.Nothing")).toThrow(RangeError);
  });
});

describe("emitSeedPage()", () => {
  const model = exampleModel();
  const book = buildPage(model, findKind(model, "Book", "library.k8s.io/v1"));

  test("writes every shape of a field", async () => {
    const source = { file: "gen/library.ts", url: "https://example.com/library.ts", positions: { apiVersion: 3 } };
    await expect(emitSeedPage(book, { packageName: "@example/types", source })).toMatchFileSnapshot(
      "./emit-seed-page.snapshot.txt",
    );
  });

  test("writes the same bytes twice", () => {
    const again = exampleModel();
    expect(emitSeedPage(buildPage(again, findKind(again, "Book", "library.k8s.io/v1")), { packageName: "p" }))
      .toBe(emitSeedPage(book, { packageName: "p" }));
  });

  test("says where a field is defined, as far as it is known", () => {
    const definedIn = (source: object): string | undefined =>
      /\*Defined in .*\*/.exec(emitSeedPage(book, { packageName: "p", source: { file: "a.ts", ...source } }))?.[0];
    expect(definedIn({})).toBe("*Defined in a.ts*");
    expect(definedIn({ positions: { apiVersion: 7 } })).toBe("*Defined in a.ts:7*");
    expect(definedIn({ url: "u" })).toBe("*Defined in [a.ts](u)*");
    expect(definedIn({ url: "u", positions: { apiVersion: 7 } })).toBe("*Defined in [a.ts:7](u#L7)*");
    expect(emitSeedPage(book, { packageName: "p" })).not.toContain("Defined in");
  });
});
