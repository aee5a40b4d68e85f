import { describe, expect, test } from "vitest";
import { exampleModel } from "../testing/example-model.ts";
import { findKind } from "./find-kind.ts";

describe("findKind()", () => {
  const model = exampleModel();

  test.each([
    { name: "the kind", given: ["Person"], want: "io.k8s.api.people.v1.Person" },
    { name: "the kind in small letters", given: ["person"], want: "io.k8s.api.people.v1.Person" },
    { name: "the plural", given: ["books", "library.k8s.io/v1"], want: "io.k8s.api.library.v1.Book" },
    { name: "the apiVersion", given: ["Book", "library.k8s.io/v1beta1"], want: "io.k8s.api.library.v1beta1.Book" },
  ])("finds a kind by $name", ({ given: [name = "", apiVersion], want }) => {
    expect(findKind(model, name, apiVersion).definition).toBe(want);
  });

  test.each([
    {
      name: "a misspelt kind",
      given: ["Persom"],
      want: 'Cannot find kind "Persom" of v1.36: did you mean "Person"?',
    },
    {
      name: "a kind that is unlike all others",
      given: ["Xylophone"],
      want: 'Cannot find kind "Xylophone" of v1.36: none of its 2 kinds has a name like it',
    },
    {
      name: "a kind that several apiVersions have",
      given: ["Book"],
      want:
        'Cannot find kind "Book" of v1.36: name the apiVersion, which may be library.k8s.io/v1, library.k8s.io/v1beta1',
    },
    {
      name: "a kind of another apiVersion",
      given: ["Person", "apps/v1"],
      want: 'Cannot find kind "Person" in "apps/v1" of v1.36: it is in v1',
    },
  ])("suggests something for $name", ({ given: [name = "", apiVersion], want }) => {
    expect(() => findKind(model, name, apiVersion)).toThrow(expect.objectContaining({ message: want }));
  });

  test("says so when there are no kinds", () => {
    expect(() => findKind({ ...model, kinds: [] }, "Pod")).toThrow("the schema has no kinds");
  });
});
