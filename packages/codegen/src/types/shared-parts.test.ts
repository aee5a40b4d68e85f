import { readOpenApiV2 } from "@kubeschema/model";
import { describe, expect, test } from "vitest";
import { emitTypes } from "./emit-types.ts";

/** A core group with a pod template, which two other groups use, and this many more definitions of its own. */
function emit(ownCount: number): Readonly<Record<string, string>> {
  const ref = (name: string): object => ({ $ref: `#/definitions/${name}` });
  const object = (properties: object): object => ({ type: "object", properties });
  const own = Array.from({ length: ownCount }, (_, i) => [`io.k8s.api.core.v1.Own${i}`, object({ a: {} })] as const);
  const { model } = readOpenApiV2(
    {
      swagger: "2.0",
      definitions: {
        "io.k8s.api.apps.v1.Deployment": object({ template: ref("io.k8s.api.core.v1.Template") }),
        "io.k8s.api.batch.v1.Job": object({ templates: { type: "array", items: ref("io.k8s.api.core.v1.Template") } }),
        "io.k8s.api.core.v1.Container": object({ image: { type: "string" } }),
        "io.k8s.api.core.v1.Template": object({
          containers: { type: "object", additionalProperties: ref("io.k8s.api.core.v1.Container") },
        }),
        "io.k8s.api.core.v1.Pod": {
          ...object({ spec: ref("io.k8s.api.core.v1.Template") }),
          "x-kubernetes-group-version-kind": [{ group: "", version: "v1", kind: "Pod" }],
        },
        ...Object.fromEntries(own),
      },
    },
    { kubernetesVersion: "v1.36", name: "", sha256: "" },
  );
  return Object.fromEntries(emitTypes(model).map(({ path, text }) => [path, text]));
}

describe("partShared()", () => {
  test("moves what two groups need, and what that needs, into a file next to the module", () => {
    const files = emit(10);
    expect(files["v1-shared.ts"]).toContain("export interface Template {");
    expect(files["v1-shared.ts"]).toContain("export interface Container {");
    expect(files["v1-shared.ts"]).not.toContain("Pod");
    expect(files["apps/v1.ts"]).toContain('import type * as v1 from "../v1-shared.ts";');
    expect(files["apps/v1.ts"]).toContain("template?: v1.Template;");
  });

  test("exports it from the module, which refers to it too", () => {
    const text = emit(10)["v1.ts"];
    expect(text).toContain('export {\n  type Container,\n  type Template,\n} from "./v1-shared.ts";');
    expect(text).toContain("spec?: v1.Template;");
    expect(text).not.toContain("export interface Template");
  });

  test("leaves small modules whole", () => {
    const files = emit(3);
    expect(files["v1-shared.ts"]).toBeUndefined();
    expect(files["apps/v1.ts"]).toContain('import type * as v1 from "../v1.ts";');
  });
});
