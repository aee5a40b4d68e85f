import { ingress, ingressClass, type KubeObject, service, slice } from "@kubeschema-tools/clusters";
import { describe, expect, test } from "vitest";
import { judge, said } from "../../testing/judge.ts";

const rest = [ingress(), service(), slice()];

function defaultClass(name: string, creationTimestamp: string): KubeObject {
  const object = ingressClass(name, { "ingressclass.kubernetes.io/is-default-class": "true" });
  return { ...object, metadata: { ...object.metadata, creationTimestamp } };
}

const older = defaultClass("nginx", "2026-01-01T00:00:00Z");
const newer = defaultClass("traefik", "2026-02-01T00:00:00Z");

describe("classMultipleDefaults", () => {
  test.each([
    {
      name: "1.33 takes the newest",
      serverVersion: "v1.33.4",
      want: /^is the default class beside "nginx"; an Ingress that names no class gets "traefik", the newest$/,
    },
    { name: "1.25 takes the newest", serverVersion: "v1.25.0", want: /gets "traefik"/ },
    {
      name: "1.24 refuses",
      serverVersion: "v1.24.17",
      want: /^is the default class beside "nginx"; the server refuses an Ingress that names no class$/,
    },
    {
      name: "GKE's version is read too",
      serverVersion: "v1.20.9-gke.1001",
      want: /the server refuses/,
    },
    {
      name: "an unknown version",
      serverVersion: undefined,
      want: /before Kubernetes 1.25 the server refuses .*, since/,
    },
  ])("says what follows on the server: $name", async ({ serverVersion, want }) => {
    const evaluation = await judge([older, newer, ...rest], serverVersion === undefined ? {} : { serverVersion });
    expect(said(evaluation)).toEqual(["class/multiple-defaults (warning) IngressClass traefik"]);
    expect(evaluation.findings[0]?.is).toMatch(want);
  });

  test("of two of one age the first name wins, as in the admission plug-in", async () => {
    const twin = defaultClass("a-twin", "2026-02-01T00:00:00Z");
    const { findings } = await judge([older, newer, twin, ...rest], { serverVersion: "v1.30.0" });
    expect(findings).toMatchObject([{ object: { name: "a-twin" } }]);
    expect(findings[0]?.is).toMatch(/^is the default class beside "nginx", "traefik"; /);
  });

  test("one default class is as it should be", async () => {
    expect(said(await judge([older, ingressClass("traefik"), ...rest]))).toEqual([]);
  });
});
