import { readOpenApiV2, type SchemaModel } from "@kubeschema/model";
import { describe, expect, test } from "vitest";
import { exampleModel } from "../testing/example-model.ts";
import { buildPage } from "./build-page.ts";
import { findKind } from "./find-kind.ts";
import type { Page, PageField } from "./page.ts";

describe("buildPage()", () => {
  const model = exampleModel();
  const page = buildPage(model, findKind(model, "Book", "library.k8s.io/v1"));

  test("describes the kind", () => {
    expect(page).toMatchObject({
      id: "io.k8s.api.library.v1.Book",
      kubernetesVersion: "v1.36",
      sourceName: "example",
      gvk: { group: "library.k8s.io", version: "v1", kind: "Book" },
      apiVersion: "library.k8s.io/v1",
      plural: "books",
      isNamespaced: true,
      otherApiVersions: ["library.k8s.io/v1beta1"],
    });
  });

  test("puts required fields first and inlines private types as a tree", () => {
    expect(allFields(page).map(({ id, isRequired }) => `${id}${isRequired ? "!" : ""}`)).toEqual([
      "spec!",
      "spec.title!",
      "spec.$ref",
      "spec.author",
      "spec.chapters",
      "spec.chapters.number!",
      "spec.chapters.parts",
      "spec.chapters.summary",
      "spec.pages",
      "spec.place",
      "spec.words",
      "spec.words.count",
      "apiVersion",
      "kind",
      "metadata",
      "status",
    ]);
  });

  test("keeps how a list is merged", () => {
    expect(fieldOf(page, "spec.chapters")).toMatchObject({
      listType: "map",
      mapKeys: ["number", "part"],
      patchStrategy: "merge",
      patchMergeKey: "number",
    });
  });

  test("points back where a type contains itself", () => {
    const parts = fieldOf(page, "spec.chapters.parts");
    expect(parts.fields).toEqual([]);
    expect(parts.type).toMatchObject({ type: "list", items: { name: "Chapter", target: "spec.chapters" } });
  });

  test("summarises the types of the API machinery, and those that other packages share", () => {
    expect(page.sharedTypes.map(({ name }) => name)).toEqual(["ObjectMeta", "Person"]);
    expect(page.sharedTypes[1]).toMatchObject({ fullPage: { kind: "Person", apiVersion: "v1" } });
    expect(fieldOf(page, "spec.author").type).toMatchObject({ target: "io.k8s.api.people.v1.Person" });
  });

  test("inlines a type of its own package even if others use it", () => {
    const person = buildPage(model, findKind(model, "Person"));
    expect(allFields(person).map(({ id }) => id)).toContain("address.town");
    expect(person.aliases).toEqual([{
      definition: "io.k8s.kubernetes.pkg.people.Person",
      description: "Deprecated. Please use io.k8s.api.people.v1.Person instead.",
    }]);
  });

  test("takes the text next to a reference, and adds the type's own", () => {
    expect(fieldOf(page, "spec")).toMatchObject({
      description: "What is wanted.",
      typeDescription: "All that can be said of a book.",
    });
    expect(fieldOf(page, "spec.author")).toMatchObject({ description: "Somebody who writes or reads." });
    expect(fieldOf(page, "spec.author").typeDescription).toBeUndefined();
  });

  test("gives every field an id of its own, whatever the names are", () => {
    const names = ["a.b", "a b", "constructor", "__proto__", "<x>", "ü", "a_20_b", ""];
    const odd = kindModel({
      a: { type: "object", properties: { b: { type: "string" } } },
      ...Object.fromEntries(names.map((name) => [name, { type: "string" }])),
      ["__proto__"]: { type: "string" },
    });
    const ids = allFields(buildPage(odd, findKind(odd, "Odd"))).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => /^[\w.$~-]+$/.test(id))).toBe(true);
    expect(ids).toContain("constructor");
  });

  test("terminates on circular and dangling references", () => {
    const source = kindModel({ loop: ref("A"), list: ref("L") }, {
      A: ref("B"),
      B: ref("A"),
      L: { type: "array", items: ref("L") },
    });
    const circle = buildPage(source, findKind(source, "Odd"));
    expect(circle.fields.map(({ name, fields }) => [name, fields])).toEqual([["loop", []], ["list", []]]);
  });

  test("stays small where types nest each other in many ways", () => {
    // Each level uses the next one twice: 2 to the power of 40 paths.
    const levels = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [
        `T${index}`,
        { type: "object", properties: { a: ref(`T${index + 1}`), b: ref(`T${index + 1}`) } },
      ]),
    );
    const deep = kindModel({ top: ref("T0") }, { ...levels, T40: { type: "object", properties: {} } });
    const fields = allFields(buildPage(deep, findKind(deep, "Odd"), { fieldLimit: 1000 }));
    expect(fields.length).toBeGreaterThan(1000);
    expect(fields.length).toBeLessThan(1200);
  });

  test("refuses a kind that the model does not have", () => {
    const foreign = { group: "", version: "v1", kind: "Nothing", definition: "toString" };
    expect(() => buildPage(model, foreign)).toThrow(
      new RangeError('Cannot build the page of Nothing: the model has no definition "toString"'),
    );
  });
});

function allFields(page: { readonly fields: readonly PageField[] }): readonly PageField[] {
  return page.fields.flatMap((field) => [field, ...allFields(field)]);
}

function fieldOf(page: Page, id: string): PageField {
  const field = allFields(page).find((one) => one.id === id);
  if (!field) throw new Error(`no field ${id}`);
  return field;
}

function ref(name: string): { readonly $ref: string } {
  return { $ref: `#/definitions/${name}` };
}

function kindModel(properties: object, others: object = {}): SchemaModel {
  const gvk = { group: "odd", version: "v1", kind: "Odd" };
  const definitions = { ...others, Odd: { type: "object", properties, "x-kubernetes-group-version-kind": [gvk] } };
  return readOpenApiV2({ swagger: "2.0", definitions }, { kubernetesVersion: "v1.36", name: "odd", sha256: "" }).model;
}
