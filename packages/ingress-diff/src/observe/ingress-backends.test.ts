import { expect, test } from "vitest";
import type { BackendRef } from "./cluster-view.ts";
import { backendsOf } from "./ingress-backends.ts";

const to = (name: string): BackendRef => ({ type: "service", name });
const path = (name: string) => ({ path: "/", pathType: "Prefix", backend: to(name) });

test.each([
  { name: "nothing", given: { rules: [] }, want: [] },
  { name: "a rule that leaves its paths to the controller", given: { rules: [{ host: "" }] }, want: [] },
  {
    name: "the default backend first, then every path, repeats included",
    given: {
      defaultBackend: to("any"),
      rules: [{ host: "a", paths: [path("x"), path("y")] }, { host: "b", paths: [path("x")] }],
    },
    want: ["any", "x", "y", "x"],
  },
])("backendsOf() gives $name", ({ given, want }) => {
  expect([...backendsOf(given)].map(({ name }) => name)).toEqual(want);
});
