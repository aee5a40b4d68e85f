import { readOpenApiV2, type SchemaModel } from "@kubeschema/model";

/** A small API in the shape of the real ones: two groups, a shared type, a cycle, and hostile names. */
export function exampleModel(describe: (text: string) => string = (text) => text): SchemaModel {
  const ref = (name: string): { $ref: string } => ({ $ref: `#/definitions/${name}` });
  const kind = (group: string, version: string, name: string): Record<string, unknown> => ({
    "x-kubernetes-group-version-kind": [{ group, version, kind: name }],
  });
  const head = {
    apiVersion: { type: "string", description: describe("The version of this representation.") },
    kind: { type: "string", description: describe("The kind of this object.") },
    metadata: ref(meta),
  };
  const definitions = {
    [meta]: {
      type: "object",
      description: describe("What every object has. It comes from the API machinery."),
      properties: {
        labels: { type: "object", additionalProperties: { type: "string" } },
        name: { type: "string", description: describe("Unique among its kind. It cannot change.") },
      },
    },
    "io.k8s.api.library.v1.Book": {
      type: "object",
      description: describe("A book on a shelf. More info: https://example.com/books_and_shelves."),
      required: ["spec"],
      properties: {
        ...head,
        status: { type: "object", description: describe("What was seen last.") },
        spec: { ...ref("io.k8s.api.library.v1.BookSpec"), description: describe("What is wanted.") },
      },
      ...kind("library.k8s.io", "v1", "Book"),
    },
    "io.k8s.api.library.v1.BookSpec": {
      type: "object",
      description: describe("All that can be said of a book."),
      required: ["title"],
      properties: {
        $ref: { type: "string" },
        author: ref("io.k8s.api.people.v1.Person"),
        chapters: {
          type: "array",
          items: ref("io.k8s.api.library.v1.Chapter"),
          "x-kubernetes-list-type": "map",
          "x-kubernetes-list-map-keys": ["number", "part"],
          "x-kubernetes-patch-strategy": "merge",
          "x-kubernetes-patch-merge-key": "number",
        },
        pages: { type: "integer", format: "int32" },
        place: { type: "string", format: "int-or-string" },
        title: { type: "string", description: describe("Printed on the cover.") },
        words: { type: "object", additionalProperties: ref("io.k8s.api.library.v1.Word") },
      },
    },
    "io.k8s.api.library.v1.Chapter": {
      type: "object",
      required: ["number"],
      properties: {
        number: { type: "integer", format: "int64" },
        parts: { type: "array", items: ref("io.k8s.api.library.v1.Chapter"), "x-kubernetes-list-type": "atomic" },
        summary: { type: "object", description: describe("Anything at all.") },
      },
    },
    "io.k8s.api.library.v1.Word": { type: "object", properties: { count: { type: "integer" } } },
    "io.k8s.api.library.v1beta1.Book": {
      type: "object",
      properties: head,
      ...kind("library.k8s.io", "v1beta1", "Book"),
    },
    "io.k8s.api.people.v1.Person": {
      type: "object",
      description: describe("Somebody who writes or reads."),
      properties: {
        ...head,
        address: ref("io.k8s.api.people.v1.Address"),
        names: { type: "array", items: { type: "string" }, description: describe("All names. The first one counts.") },
      },
      ...kind("", "v1", "Person"),
    },
    "io.k8s.api.people.v1.Address": { type: "object", properties: { town: { type: "string" } } },
    "io.k8s.kubernetes.pkg.people.Person": {
      ...ref("io.k8s.api.people.v1.Person"),
      description: describe("Deprecated. Please use io.k8s.api.people.v1.Person instead."),
    },
  };
  const paths = {
    "/apis/library.k8s.io/v1/namespaces/{namespace}/books": {
      get: {
        "x-kubernetes-action": "list",
        "x-kubernetes-group-version-kind": { group: "library.k8s.io", version: "v1", kind: "Book" },
      },
    },
  };
  const document = { swagger: "2.0", definitions, paths };
  return readOpenApiV2(document, { kubernetesVersion: "v1.36", name: describe("example"), sha256: "" }).model;
}

const meta = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta";
