import { expect, test } from "vitest";
import type { Target } from "./locate.ts";
import { readManifest } from "./read-manifest.ts";

const manifest = `# an Ingress
apiVersion: networking.k8s.io/v1
metadata:
  annotations:
    kubernetes.io/ingress.class: "nginx"
    a.b: c
data: &data
  plain.key: 1
  "[x]": 2
spec:
  rules:
    - host: a
      http: {paths: [{path: /, backend: {}}]}
    -
      host: b
  other: *data
  merged:
    <<: *data
    own: 1
  empty:
`;

test.each(
  [
    { path: "", target: "value", want: [2, 1] },
    { path: "spec.rules[0].host", target: "value", want: [12, 13] },
    { path: "spec.rules[0].host", target: "key", want: [12, 7] },
    { path: "spec.rules[1].host", target: "value", want: [15, 13] },
    { path: "spec.rules[0].http.paths[0].backend", target: "value", want: [13, 41] },
    { path: "spec.rules[0].http.paths[0].pathType", target: "value", want: [13, 22] },
    { path: "spec.rules[0].http.paths[0].backend.service.name", target: "value", want: [13, 32] },
    { path: "spec.rules[7].host", target: "value", want: [11, 3] },
    { path: "metadata.annotations[a.b]", target: "value", want: [6, 10] },
    { path: "metadata.annotations.a.b", target: "value", want: [6, 10] },
    { path: "annotations.kubernetes.io/ingress.class", target: "value", want: [5, 34] },
    { path: "data[plain.key]", target: "value", want: [8, 14] },
    { path: "data[[x]]", target: "key", want: [9, 3] },
    { path: "spec.other[plain.key]", target: "value", want: [8, 14] },
    { path: "spec.other", target: "value", want: [16, 10] },
    { path: "spec.merged.plain.key", target: "value", want: [8, 14] },
    { path: "spec.merged.own", target: "value", want: [19, 10] },
    { path: "spec.empty", target: "value", want: [20, 3] },
    { path: "nowhere", target: "value", want: [2, 1] },
    { path: "spec..[", target: "value", want: [10, 1] },
  ] as const,
)("find() places the $target of $path", ({ path, target, want }) => {
  expect(place(manifest, path, target)).toEqual(want);
});

test("find() places the objects of a List, and counts lines of all documents", () => {
  const text = "a: 1\r\n---\r\nkind: List\r\nitems:\r\n- {b: 1}\r\n- b:\r\n    c: 2\r\n";
  const [, list] = [...readManifest(text)];
  expect(list?.start()).toEqual({ line: 3, column: 1 });
  expect(list?.find(["items", 1], "b.c", "value")).toEqual({ line: 7, column: 8 });
  expect(list?.find(["items", 0], "", "value")).toEqual({ line: 5, column: 3 });
});

function place(text: string, path: string, target: Target): readonly number[] | undefined {
  const [document] = [...readManifest(text)];
  const position = document?.find([], path, target);
  return position && [position.line, position.column];
}
